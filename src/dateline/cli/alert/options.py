"""Arguments and options that the commands on alerts share."""

from __future__ import annotations

from typing import Annotated

import typer

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the alert.", show_default=False)]
SmtpHost = Annotated[
    str | None,
    typer.Option("--smtp-host", metavar="HOST", help="The mail server.", show_default="$DATELINE_SMTP_HOST"),
]
SmtpPort = Annotated[
    int | None,
    typer.Option(
        "--smtp-port",
        metavar="PORT",
        help="Its port.",
        show_default="$DATELINE_SMTP_PORT, else 587 for starttls, 465 for tls, 25 for none",
    ),
]
SmtpSecurity = Annotated[
    str | None,
    typer.Option(
        "--smtp-security",
        metavar="HOW",
        help="starttls, tls or none.",
        show_default="$DATELINE_SMTP_SECURITY, else starttls",
    ),
]
SmtpUser = Annotated[
    str | None,
    typer.Option(
        "--smtp-user",
        metavar="USER",
        help="Who logs in; the password is taken from $DATELINE_SMTP_PASSWORD only.",
        show_default="$DATELINE_SMTP_USER",
    ),
]
SmtpFrom = Annotated[
    str | None,
    typer.Option(
        "--smtp-from", metavar="ADDRESS", help="Whom mail is from.", show_default="$DATELINE_SMTP_FROM"
    ),
]
