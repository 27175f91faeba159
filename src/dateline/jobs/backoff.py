"""How long to wait after work that failed."""

from __future__ import annotations

from datetime import timedelta
from random import Random

MOST_ATTEMPTS = 5
"""After so many failures a job is dead: it is tried again only when somebody asks for it."""

_FIRST = timedelta(minutes=1)
_FACTOR = 4.0


def wait_after(attempts: int, random: Random) -> timedelta:
    """The pause after a number of failures: about 1, 4, 16 and 64 minutes, each a fourth shorter or longer by chance, so that what
    failed together is not tried again together."""
    factor: float = _FACTOR ** max(attempts - 1, 0)
    return _FIRST * factor * random.uniform(0.75, 1.25)
