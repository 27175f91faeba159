"""The screens, each with its routes."""

from starlette.routing import Route

from dateline.web.screens import adding, choices, decisions, following, searching, stories, story

ROUTES: list[Route] = [
    *choices.ROUTES,
    *stories.ROUTES,
    *story.ROUTES,
    *searching.ROUTES,
    *adding.ROUTES,
    *decisions.ROUTES,
    *following.ROUTES,
]
"""The routes of all screens."""
