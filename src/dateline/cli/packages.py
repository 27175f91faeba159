"""Packages that only some commands need."""

from __future__ import annotations

from importlib.util import find_spec

from dateline.model import CollectionError


def arrow_or_refuse() -> None:
    """Nothing where pyarrow is installed.

    Raises:
        CollectionError: `no_package`.
    """
    if find_spec("pyarrow") is None:
        what = "pyarrow is not installed, which runs are written with: pip install 'dateline-news[scale]'."
        raise CollectionError("no_package", what)
