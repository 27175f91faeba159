"""Questions in SQL: some tables, read only, within a time and a number of rows."""

from dateline.store.sql.asking import SqlAnswer, SqlError, ask
from dateline.store.sql.listed import ListedColumn, ListedTable, listed_tables

__all__ = ["ListedColumn", "ListedTable", "SqlAnswer", "SqlError", "ask", "listed_tables"]
