"""Fetching over HTTP: robots.txt, pace, cache, archive, limits, and a guard against addresses that are not public."""

from dateline.sources.fetch.addresses import Allow, Resolver, checked_url, is_allowed
from dateline.sources.fetch.fetcher import MAX_REDIRECTS, USER_AGENT, Fetcher
from dateline.sources.fetch.retries import Retries
from dateline.sources.fetch.transport import Limits

__all__ = [
    "MAX_REDIRECTS",
    "USER_AGENT",
    "Allow",
    "Fetcher",
    "Limits",
    "Resolver",
    "Retries",
    "checked_url",
    "is_allowed",
]
