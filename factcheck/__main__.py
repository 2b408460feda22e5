"""`python -m factcheck`."""

from factcheck.cli.main import run

if __name__ == "__main__":
    run()
