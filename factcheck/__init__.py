"""The fact-checker's database: claims, their sources, and who decided what and why."""
