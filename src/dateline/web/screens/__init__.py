"""The screens, each with its routes."""

from starlette.routing import Route

from dateline.web.screens import choices

ROUTES: list[Route] = [*choices.ROUTES]
"""The routes of all screens."""
