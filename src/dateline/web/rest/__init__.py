"""A collection over HTTP for programs: the questions of Python and the command line, read only. See docs/how-to/rest.md."""

from dateline.web.rest.application import rest_mount

__all__ = ["rest_mount"]
