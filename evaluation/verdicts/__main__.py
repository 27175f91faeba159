"""`python -m evaluation.verdicts [FILE...]`: precision of what was judged."""

import sys
from pathlib import Path

from evaluation.verdicts import precision, read_verdicts


def main() -> int:
    """Exit status: 0 printed, 2 a file is not as it should be."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(Path(__file__).parent.glob("*.jsonl"))
    try:
        found = precision(read_verdicts(paths))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    for kind, score in found.items():
        print(f"{kind}: {score}")
    if not found:
        print("no verdicts yet")
    return 0


if __name__ == "__main__":
    sys.exit(main())
