"""Which pages have these words? The search."""

from starlette.routing import Route

from dateline.web.screens.searching.views import search

ROUTES = [Route("/search", search), *(Route(f"/search.{form}", search) for form in ("json", "csv", "md"))]
"""The routes of this screen."""
