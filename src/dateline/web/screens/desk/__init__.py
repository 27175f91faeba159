"""The desk: briefings, what is watched, what is to be reviewed, what was run."""

from starlette.routing import Route

from dateline.web.screens.desk import answering, briefs, runs, watching
from dateline.web.screens.desk.alert_feeds import alert_feed
from dateline.web.screens.desk.records import records
from dateline.web.screens.desk.screen import show

ROUTES = [
    Route("/desk", show),
    Route("/desk.{form}", records),
    Route("/desk/brief.{form}", briefs.download),
    Route("/desk/alert.{form}", alert_feed),
    *watching.ROUTES,
    *answering.ROUTES,
    *runs.ROUTES,
]
