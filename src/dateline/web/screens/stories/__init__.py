"""What happened, and how well is it supported? The list of stories."""

from starlette.routing import Route

from dateline.web.screens.stories.views import look, stories

ROUTES = [
    Route("/stories", stories),
    Route("/stories/seen", look, methods=["POST"]),
    *(Route(f"/stories.{form}", stories) for form in ("json", "csv", "md", "geojson")),
]
"""The routes of this screen."""
