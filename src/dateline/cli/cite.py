"""`dateline cite`: words of a collection, cited."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dateline.cli.collection_options import Place, collection_at
from dateline.products.citations import CitationFormat, passages_of, written

References = Annotated[
    list[str],
    typer.Argument(
        metavar="REFERENCE...",
        help="ARTICLE#e1 (an event), ARTICLE#s1 (a statement), STORY#f1 (a fact), STORY#q1 (a quotation), event:..., or an article.",
        show_default=False,
    ),
]
To = Annotated[CitationFormat, typer.Option("--to", help="Format.")]


def cite(references: References, collection: Place = None, to: To = CitationFormat.TEXT) -> None:
    """Cite events, statements, facts and quotations: outlet, authors, title, day, address, the words, the hash of the page as it is kept.

    Example: dateline cite story:33597875493ade42#f1 -c my-collection --to bibtex
    """
    with collection_at(collection) as opened:
        passages = [passage for reference in references for passage in passages_of(opened, reference)]
    sys.stdout.buffer.write(written(passages, to).encode())
