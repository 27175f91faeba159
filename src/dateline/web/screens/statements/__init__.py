"""Who said what: a list that filters narrow."""

from dateline.web.screens.statements.routes import ROUTES

__all__ = ["ROUTES"]
