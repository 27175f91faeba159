"""Words of a page, with all that is needed to cite them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from dateline.model.codec import Record

ArticleId = Annotated[str, Field(description="The id of the article (sha256:...).")]
Title = Annotated[str | None, Field(description="The headline of the page; of a long one 300 letters.")]
Outlet = Annotated[str | None, Field(description="Who published it.")]
Published = Annotated[
    str | None, Field(description="Date of publication, ISO, as exact as the page gives it.")
]
Url = Annotated[
    str | None,
    Field(
        description="Where the page was; null where it does not say, or needs more than 1,000 letters for it."
    ),
]


@dataclass(frozen=True, slots=True)
class Citation(Record):
    """Words of a page, and all that is needed to cite them."""

    quote: Annotated[
        str, Field(description="Words of the page, letter by letter: `text[start:end]` of the article.")
    ]
    is_cut: Annotated[bool, Field(description="True when the passage goes on after the quote.")]
    article: ArticleId
    title: Title
    outlet: Outlet
    published: Published
    url: Url
    start: Annotated[
        int, Field(description="Where the quote begins in the text of the article, in code points.")
    ]
    end: Annotated[int, Field(description="Where it ends, exclusive.")]
    page_sha256: Annotated[
        str, Field(description="The hash of the page as it came in, under which the collection keeps it.")
    ]
