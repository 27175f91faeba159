"""Who says what? A story, compared outlet by outlet."""

from starlette.routing import Route

from dateline.web.screens.story.changing import check, merge, part
from dateline.web.screens.story.views import story

ROUTES = [
    Route("/stories/merge", merge, methods=["POST"]),
    Route("/s/{story}/part", part, methods=["POST"]),
    Route("/s/{story}/facts", check, methods=["POST"]),
    Route("/s/{story}", story),
]
"""The routes of this screen."""
