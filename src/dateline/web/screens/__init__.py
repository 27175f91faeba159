"""The screens, each with its routes."""

from starlette.routing import Route

from dateline.web.screens import actors, choices, events, evidence, statements

ROUTES: list[Route] = [*choices.ROUTES, *actors.ROUTES, *evidence.ROUTES, *statements.ROUTES, *events.ROUTES]
"""The routes of all screens."""
