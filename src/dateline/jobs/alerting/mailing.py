"""Messages as mail, over SMTP."""

from __future__ import annotations

import smtplib
import ssl
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from dateline.jobs.alerting.faults import SendError
from dateline.jobs.alerting.settings import MailSettings, Security
from dateline.products.alerts import AlertMessage, html_of, plain_of, subject_of


def mail_of(message: AlertMessage, to: str, sender: str, now: datetime) -> EmailMessage:
    """The mail that tells a message: plain text and HTML. Its Message-ID is the same whenever the message is sent, so that a mailbox can tell a
    double; nothing of a page gets into its headers but words on one line."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"Dateline <{sender}>"
    mail["To"] = to
    mail["Subject"] = subject_of(message)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{message.id}@{sender.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Dateline-Delivery"] = message.id
    mail.set_content(plain_of(message), charset="utf-8", cte="quoted-printable")
    mail.add_alternative(html_of(message), subtype="html", charset="utf-8", cte="quoted-printable")
    return mail


def send_mail(message: AlertMessage, to: str, settings: MailSettings, now: datetime) -> None:
    """Hands a message to the mail server, which has taken it when this returns.

    Raises:
        SendError: the server cannot be had, or does not take it.
    """
    mail = mail_of(message, to, settings.sender, now)
    where = f"mail server {settings.host}:{settings.port}"
    try:
        with _connected(settings) as server:
            if settings.user and settings.password:
                server.login(settings.user, settings.password)
            server.send_message(mail, settings.sender, [to])
    except smtplib.SMTPNotSupportedError as error:
        raise SendError(
            f"{where} does not offer what is asked of it ({error}): see DATELINE_SMTP_SECURITY and _USER."
        ) from error
    except smtplib.SMTPAuthenticationError as error:
        raise SendError(
            f"{where} refuses the user or the password (status {error.smtp_code}): check them."
        ) from error
    except smtplib.SMTPRecipientsRefused as error:
        ((code, reply), *_) = error.recipients.values()
        raise SendError(f"{where} refuses mail to {to} (status {code}: {_line(reply)}).") from error
    except smtplib.SMTPResponseException as error:
        raise SendError(
            f"{where} refuses the mail (status {error.smtp_code}: {_line(error.smtp_error)})."
        ) from error
    except ssl.SSLError as error:
        raise SendError(
            f"{where}: no secure connection ({error.reason or error}): check host and port."
        ) from error
    except (OSError, UnicodeError, smtplib.SMTPException) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise SendError(f"{where} cannot be reached ({reason}).") from error


def _connected(settings: MailSettings) -> smtplib.SMTP:
    tls = ssl.create_default_context()
    if settings.security is Security.TLS:
        return smtplib.SMTP_SSL(settings.host, settings.port, timeout=settings.timeout, context=tls)
    server = smtplib.SMTP(settings.host, settings.port, timeout=settings.timeout)
    if settings.security is Security.STARTTLS:
        try:
            server.starttls(context=tls)
        except BaseException:
            server.close()
            raise
    return server


def _line(reply: bytes | str) -> str:
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return " ".join(text.split())[:200]
