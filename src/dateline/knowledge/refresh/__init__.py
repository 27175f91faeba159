"""Takes from Wikidata what changed, as a snapshot that lies over the packaged tables. See docs/decisions/0012-refresh.md."""

from dateline.knowledge.refresh.changes import Change
from dateline.knowledge.refresh.fetch import Fetcher, RefreshError
from dateline.knowledge.refresh.run import Request, refresh
from dateline.knowledge.refresh.snapshot import Snapshot, accept, changes_of

__all__ = ["Change", "Fetcher", "RefreshError", "Request", "Snapshot", "accept", "changes_of", "refresh"]
