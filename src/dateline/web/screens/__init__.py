"""The screens, each with its routes."""

from starlette.routing import Route

from dateline.web.screens import choices, desk, explore

ROUTES: list[Route] = [*choices.ROUTES, *explore.ROUTES, *desk.ROUTES]
"""The routes of all screens."""
