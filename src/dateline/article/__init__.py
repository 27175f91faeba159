"""A page becomes an article: text, typed blocks, title, people, dates, outlet, and the page's word on its own origin."""

from dateline.article.credits import agency_in_credit
from dateline.article.outlet import OutletLookup
from dateline.article.read import read_article

__all__ = ["OutletLookup", "agency_in_credit", "read_article"]
