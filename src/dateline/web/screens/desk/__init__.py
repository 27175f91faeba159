"""The desk: briefings, what is watched, what is to be reviewed, what was run."""

from starlette.routing import Route

from dateline.web.screens.desk import briefs, reviews, runs, watches
from dateline.web.screens.desk.records import records
from dateline.web.screens.desk.screen import show

ROUTES = [
    Route("/desk", show),
    Route("/desk.{form}", records),
    Route("/desk/brief.{form}", briefs.download),
    *watches.ROUTES,
    *reviews.ROUTES,
    *runs.ROUTES,
]
