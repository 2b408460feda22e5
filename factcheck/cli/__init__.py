"""The command line. At module level: the standard library, Typer, errors, words and cli."""
