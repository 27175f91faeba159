"""A page with what was read in it: each record beside the words that it rests on."""

from dateline.web.screens.evidence.routes import ROUTES

__all__ = ["ROUTES"]
