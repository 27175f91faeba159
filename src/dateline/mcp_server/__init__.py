"""A collection served to assistants over the Model Context Protocol: tools that only read, whose answers can be cited."""

from dateline.mcp_server.opening import Opening
from dateline.mcp_server.serving import serve

__all__ = ["Opening", "serve"]
