"""Where an article ends inside a run of prose: behind the end the words change, and the lines get shorter."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from itertools import accumulate

from dateline.article.lines import Line

_WORD = re.compile(
    r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]{5,}|[\u3400-\u9fff\u30a0-\u30ff\uac00-\ud7af]{2}"
)
_MIN_WORDS = 60
_MIN_SHARE = 0.3
_WEIGHT = 1.2
_HEADING = 1.0
_CLOSING = 0.7
_THRESHOLD = 2.0


def find_end(
    lines: Sequence[Line],
    is_gap: Sequence[bool],
    is_heading: Sequence[bool],
    closes: Callable[[Line], bool],
) -> int:
    """Number of lines of the run that belong to the article.

    The run may be cut at a gap, a line that is not prose, with at least three tenths of the words before it. For each gap
    the part before is compared with the part behind: by how much of its words were seen before in the first part (lexical
    cohesion), and by its words to a line. The clearest break wins when it is clear enough; a section heading helps, and so does
    a line right before that `closes` articles.
    """
    count = len(lines)
    words = [0, *accumulate(line.words for line in lines)]
    seen, total, carried = _repeats(lines)
    best, end = _THRESHOLD, count
    for i in range(2, count):
        if not is_gap[i] or words[i] < max(_MIN_WORDS, _MIN_SHARE * words[count]):
            continue
        front, rest = total[i] - total[2], total[count] - total[i]
        if rest < 4:
            continue
        before = (seen[i] - seen[2]) / front if front > 10 else 0.3
        behind = carried[i] / rest
        density = (words[i] / i) / ((words[count] - words[i]) / (count - i))
        score = _WEIGHT * (math.log((before + 0.08) / (behind + 0.08)) + math.log(density))
        score += _HEADING * is_heading[i]
        if score > best - _CLOSING and any(closes(line) for line in lines[max(0, i - 3) : i]):
            score += _CLOSING
        if score > best:
            best, end = score, i
    return end


def _repeats(lines: Sequence[Line]) -> tuple[list[int], list[int], list[int]]:
    """Prefix sums over the lines of word stems seen in earlier lines and of all stems; and for each border how many
    stems behind it occur before it."""
    firsts: dict[str, int] = {}
    steps = [0] * (len(lines) + 2)
    seen, total = [0], [0]
    for j, line in enumerate(lines):
        stems = {word[:6] for word in _WORD.findall(line.folded)}
        repeated = 0
        for stem in stems:
            first = firsts.setdefault(stem, j)
            if first < j:
                repeated += 1
                steps[first + 1] += 1
                steps[j + 1] -= 1
        seen.append(seen[-1] + repeated)
        total.append(total[-1] + len(stems))
    return seen, total, list(accumulate(steps))
