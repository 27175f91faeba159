"""The web pages: a collection in the browser, on this machine unless it is told otherwise."""

from dateline.web.app import web_app
from dateline.web.serving import serve
from dateline.web.site import Site

__all__ = ["Site", "serve", "web_app"]
