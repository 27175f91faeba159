"""Tables brought to the version of this code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from dateline.model import CollectionError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0011"
"""The last step of `migrations/versions`."""

_INDEXED = "0002"
"""The step that made the search index. The code of today fills it, and so needs the tables of today."""

_FOLDER = Path(__file__).parent / "migrations"


def revision_of(connection: Connection) -> str | None:
    """The last step that was made; None where there are no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(connection: Connection, name: str) -> None:
    """Makes the steps that are missing, in the transaction of the connection.

    Raises:
        CollectionError: `newer`, when the tables were made by a later version of the program.
    """
    found = revision_of(connection)
    if found == HEAD:
        return
    if found is not None and found not in _known():
        what = f"{name} was written by a newer version of dateline (tables {found}, here {HEAD}): upgrade this one."
        raise CollectionError("newer", what)
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if found is not None and found < _INDEXED:
        from dateline.store.search.page_index import fill

        fill(connection)


def _known() -> set[str]:
    return {path.name[:4] for path in (_FOLDER / "versions").glob("[0-9]*.py")}


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config
