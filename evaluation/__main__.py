"""`python -m evaluation`."""

import sys

try:
    from evaluation.command import main
except ImportError as error:
    sys.exit(f"evaluation: nothing measured, Dateline does not import: {error}")

if __name__ == "__main__":
    sys.exit(main())
