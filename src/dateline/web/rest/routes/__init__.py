"""The routes, each module with those of one subject."""

from __future__ import annotations

from fastapi import APIRouter

from dateline.web.rest.routes import (
    actors,
    articles,
    citing,
    comparing,
    events,
    exports,
    pictures,
    searching,
    service,
    statements,
    stories,
)

ROUTERS: tuple[APIRouter, ...] = (
    articles.ROUTER,
    statements.ROUTER,
    events.ROUTER,
    stories.ROUTER,
    actors.ROUTER,
    searching.ROUTER,
    comparing.ROUTER,
    citing.ROUTER,
    pictures.ROUTER,
    exports.ROUTER,
    service.ROUTER,
)
"""All routes, in the order of their description."""
