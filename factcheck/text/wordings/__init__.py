"""How the words of a claim stand in a passage: quotations, names and offices."""
