"""Addresses of what pages lead to."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def article_address(article: str, *, event: str | None = None, at: tuple[int, int] | None = None) -> str:
    """The page of an article; with one of its events chosen, or a stretch of its text marked and scrolled to."""
    asked = {"ev": event, "at": f"{at[0]}-{at[1]}" if at else None}
    query = urlencode({name: value for name, value in asked.items() if value})
    place = f"#c{at[0]}" if at else ""
    return f"/a/{quote(article, safe=':')}{'?' if query else ''}{query}{place}"


def story_address(story: str, fact: str | None = None) -> str:
    """The page of a story, at one of its facts."""
    return f"/s/{quote(story, safe=':')}{f'#{fact}' if fact else ''}"


def actor_address(actor: str) -> str:
    """The page of somebody."""
    return f"/actor/{quote(actor, safe=':')}"


def list_address(path: str, **asked: str | int | None) -> str:
    """A list with filters."""
    query = urlencode({name: value for name, value in asked.items() if value is not None})
    return f"{path}?{query}" if query else path
