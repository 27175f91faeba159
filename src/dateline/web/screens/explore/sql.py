"""Explore in SQL: a question that the address holds, its answer as a table, CSV or JSON."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dateline.store.sql import SqlAnswer, SqlError, ask, listed_tables
from dateline.web.answers import csv_answer, json_answer
from dateline.web.asked import refused
from dateline.web.faults import told
from dateline.web.formats import Form, form_addresses
from dateline.web.pages import page
from dateline.web.screens.explore.examples import EXAMPLES
from dateline.web.screens.explore.question import VIEWS
from dateline.web.site import site_of

_MOST_IN_FILES = 20_000
_STATUS = {"slow": 503, "no_sql": 409}


def show_sql(request: Request, form: Form) -> Response:
    """The question of the address and its answer."""
    database = site_of(request).collection.holdings.database
    sql = request.query_params.get("sql", "").strip().rstrip(";")
    if form and not sql:
        raise refused("sql: give a SELECT.")
    answer, error = _asked(request, sql, form)
    if form:
        return _in_form(request, answer, error, form)
    return page(
        request,
        "explore/sql.html.j2",
        status=_STATUS.get(error.code, 400) if error else 200,
        title="SQL",
        forms=form_addresses(request, Form.JSON, Form.CSV) if answer else (),
        views=VIEWS,
        sql=sql,
        answer=answer,
        error=error,
        tables=listed_tables(),
        examples=EXAMPLES,
        is_sqlite=database.is_sqlite,
    )


def _asked(request: Request, sql: str, form: Form) -> tuple[SqlAnswer | None, SqlError | None]:
    if not sql:
        return None, None
    database = site_of(request).collection.holdings.database
    try:
        return ask(database, sql, **({"most": _MOST_IN_FILES} if form else {})), None
    except SqlError as error:
        return None, error


def _in_form(request: Request, answer: SqlAnswer | None, error: SqlError | None, form: Form) -> Response:
    if answer is None:
        assert error is not None
        return told(request, _STATUS.get(error.code, 400), str(error))
    if form is Form.CSV:
        return csv_answer(answer.columns, answer.rows)
    if form is Form.JSON:
        rows = [list(row) for row in answer.rows]
        return json_answer(
            {"schema": "dateline.sql/1", "columns": answer.columns, "rows": rows, "is_cut": answer.is_cut}
        )
    raise refused("A question in SQL is answered as .json or .csv.")
