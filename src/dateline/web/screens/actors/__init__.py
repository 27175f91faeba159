"""Who is named: a list, and each with offices, relations, statements and events."""

from dateline.web.screens.actors.routes import ROUTES

__all__ = ["ROUTES"]
