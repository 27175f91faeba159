"""Explore: one question to the events, seen as a map, lanes, a network, a table, and as SQL."""

from starlette.routing import Route

from dateline.web.screens.explore.screen import show

ROUTES = [Route("/explore", show), Route("/explore.{form}", show)]
