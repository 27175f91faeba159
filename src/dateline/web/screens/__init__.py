"""The screens, each with its routes."""

from starlette.routing import Route

from dateline.web.screens import choices, evidence

ROUTES: list[Route] = [*choices.ROUTES, *evidence.ROUTES]
"""The routes of all screens."""
