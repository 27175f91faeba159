"""The tools, in the order in which an assistant is shown them: one module a tool."""

from typing import Any

from dateline.mcp_server.tool import Tool
from dateline.mcp_server.tools.compare import COMPARE
from dateline.mcp_server.tools.events import EVENTS
from dateline.mcp_server.tools.evidence import EVIDENCE
from dateline.mcp_server.tools.search import SEARCH
from dateline.mcp_server.tools.statements import STATEMENTS
from dateline.mcp_server.tools.stories import STORIES
from dateline.mcp_server.tools.story import STORY
from dateline.mcp_server.tools.who_is import WHO_IS

TOOLS: tuple[Tool[Any], ...] = (SEARCH, STORIES, STORY, COMPARE, EVENTS, STATEMENTS, EVIDENCE, WHO_IS)

__all__ = ["TOOLS"]
