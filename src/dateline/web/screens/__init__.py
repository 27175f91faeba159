"""The screens, each with its routes."""

from starlette.routing import Route

from dateline.web.screens import choices, explore

ROUTES: list[Route] = [*choices.ROUTES, *explore.ROUTES]
"""The routes of all screens."""
