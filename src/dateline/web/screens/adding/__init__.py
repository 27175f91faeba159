"""Pages brought in by browser: files and addresses, read one after another while the pages go on."""

from starlette.routing import Route

from dateline.web.screens.adding.views import add, show

ROUTES = [
    Route("/pages", add, methods=["POST"]),
    Route("/pages/{number:int}.json", show),
    Route("/pages/{number:int}", show),
]
"""The routes of this screen."""
