"""What happened: events across their reports, in a list and each with what every report says of it."""

from dateline.web.screens.events.routes import ROUTES

__all__ = ["ROUTES"]
