"""What an alert tells: composed from a collection, and written as a subject, as plain text and as HTML."""

from dateline.products.alerts.composing import Told, compose
from dateline.products.alerts.html import html_of
from dateline.products.alerts.plain import plain_of, subject_of
from dateline.products.alerts.records import (
    AlertedEvent,
    AlertedPage,
    AlertedQuotation,
    AlertedStory,
    AlertMessage,
)

__all__ = [
    "AlertMessage",
    "AlertedEvent",
    "AlertedPage",
    "AlertedQuotation",
    "AlertedStory",
    "Told",
    "compose",
    "html_of",
    "plain_of",
    "subject_of",
]
