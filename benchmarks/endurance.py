"""Memory over many pages: `python -m benchmarks.endurance FILE PAGES [TIER]` prints a JSON line.

One process reads the pages of a file again and again, each time with other names and other long words in them, so that nothing that is remembered by its words
can be of use again. Its peak is noted at a tenth of the way and at the end.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path

from benchmarks.texts import read_pages

_LONG = re.compile(r"\b[A-Za-z]{6,}\b")
_SYLLABLES = "ba do ke li mu na po ri so tu va we".split()
UNIT = 1 if sys.platform == "darwin" else 1024


def altered(text: str, turn: int) -> str:
    """The text with every fourth of its long words changed, otherwise each turn."""

    def other(match: re.Match[str]) -> str:
        if match.start() % 4 or not turn:
            return match[0]
        number, ending = turn, ""
        while number:
            number, rest = divmod(number, len(_SYLLABLES))
            ending += _SYLLABLES[rest]
        return match[0] + ending

    return _LONG.sub(other, text)


def peak_mb() -> float:
    """The peak of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / 1e6


def main(path: Path, pages: int, tier: str) -> None:
    """Tells on the way how far it came."""
    import dateline

    texts = [page.text for page in read_pages(path)]
    early = 0.0
    begun = time.process_time()
    for number in range(pages):
        dateline.read(altered(texts[number % len(texts)], number // len(texts)), tier=tier)
        if number + 1 == max(len(texts), pages // 10):
            early = peak_mb()
        if (number + 1) % 500 == 0:
            print(f"{number + 1} pages: {peak_mb():.1f} MB, {time.process_time() - begun:.0f} s", flush=True)
    found = {"endurance_pages": pages, "endurance_peak_mb": round(peak_mb(), 1)}
    print(json.dumps({**found, "endurance_growth": round(peak_mb() / early, 3)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "accurate")
