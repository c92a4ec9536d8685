"""`python -m reportedly`: the command."""

from reportedly.cli import main

if __name__ == "__main__":
    main()
