"""The screens, each with its routes."""

from starlette.routing import Route

from dateline.web.screens import (
    actors,
    adding,
    choices,
    decisions,
    desk,
    events,
    evidence,
    explore,
    following,
    searching,
    statements,
    stories,
    story,
)

ROUTES: list[Route] = [
    *choices.ROUTES,
    *stories.ROUTES,
    *story.ROUTES,
    *searching.ROUTES,
    *adding.ROUTES,
    *decisions.ROUTES,
    *following.ROUTES,
    *actors.ROUTES,
    *evidence.ROUTES,
    *statements.ROUTES,
    *events.ROUTES,
    *explore.ROUTES,
    *desk.ROUTES,
]
"""The routes of all screens."""
