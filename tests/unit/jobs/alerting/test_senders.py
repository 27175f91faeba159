"""How a message gets there: over STARTTLS with a password, signed, to a program without a shell; what is wrong is told in one line."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.jobs.alerting import Given, SendError
from dateline.jobs.alerting.commanding import run_command
from dateline.jobs.alerting.destinations import Kind, destination_of, kind_of, shown
from dateline.jobs.alerting.mailing import mail_of, send_mail
from dateline.jobs.alerting.posting import post
from dateline.jobs.alerting.settings import MailSettings, Security, settings_for
from dateline.model import InputError
from dateline.products.alerts import AlertMessage
from tests.unit.jobs.alerting.receivers import SECRET, free_port, mail_server, webhook

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MESSAGE = AlertMessage("0a1b-1-1-1", "market", "at-once", "market", "2026-03-01T12:00:00Z", (), ())


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    try:
        subprocess.run([*command.split(), "-keyout", key, "-out", cert], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no certificate could be made: {error}")
    return key, cert


@pytest.fixture
def secured(certificate):
    """A mail server that takes mail only over STARTTLS and with a password."""
    key, cert = certificate
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(cert, key)
    with mail_server(tls=tls) as box:
        yield (
            box,
            MailSettings("localhost", box.port, Security.STARTTLS, "desk@news.example", "desk", "right"),
        )


def test_mail_goes_over_a_secure_connection_with_a_password(secured, certificate, monkeypatch):
    box, settings = secured
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    send_mail(MESSAGE, "me@example.org", settings, NOW)
    (mail,) = box.mails
    assert mail["Message-ID"] == "<0a1b-1-1-1@news.example>" and mail["To"] == "me@example.org"
    assert box.logins == [(b"desk", b"right")]
    with pytest.raises(SendError, match="refuses the user or the password"):
        send_mail(MESSAGE, "me@example.org", replace(settings, password="wrong"), NOW)


def test_a_certificate_that_nobody_trusts_gets_neither_mail_nor_password(secured):
    box, settings = secured
    with pytest.raises(SendError, match="no secure connection"):
        send_mail(MESSAGE, "me@example.org", settings, NOW)
    assert box.mails == box.logins == []


def test_a_server_without_starttls_is_not_talked_to_in_the_clear():
    with mail_server() as box:
        settings = MailSettings("127.0.0.1", box.port, Security.STARTTLS, "desk@news.example")
        with pytest.raises(SendError, match="DATELINE_SMTP_SECURITY"):
            send_mail(MESSAGE, "me@example.org", settings, NOW)
    assert box.mails == []


def test_a_mail_server_that_is_not_there_is_named():
    settings = MailSettings("127.0.0.1", free_port(), Security.NONE, "desk@news.example")
    with pytest.raises(
        SendError, match=r"mail server 127.0.0.1:\d+ cannot be reached \(Connection refused\)"
    ):
        send_mail(MESSAGE, "me@example.org", settings, NOW)


def test_mail_has_both_parts_and_one_id():
    one, again = (mail_of(MESSAGE, "me@example.org", "desk@news.example", NOW) for _ in range(2))
    assert [part.get_content_type() for part in one.iter_parts()] == ["text/plain", "text/html"]
    assert one["Message-ID"] == again["Message-ID"]


def test_a_webhook_that_leads_elsewhere_is_not_followed():
    with webhook() as hook:
        hook.status, hook.location = 302, "http://169.254.169.254/"
        with pytest.raises(SendError, match="leads elsewhere"):
            post(MESSAGE, hook.url, SECRET, NOW, allow_private=False)
        assert len(hook.got) == 1 and hook.is_signed(0)
        changed = hook.got[0][1].replace(b"market", b"harbor")
        hook.got[0] = (hook.got[0][0], changed)
        assert not hook.is_signed(0)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://hooks.example.org/x", "in the clear"),
        ("http://10.0.0.7/x", "no public address"),
        ("https://192.168.1.4/x", "no public address"),
        ("http://169.254.169.254/latest", "no public address"),
        ("https://[fe80::1]/x", "no public address"),
        ("https://user:pass@hooks.example.org/x", "user name or password"),
        ("http://0x7f000001/x", "unusual form"),
        ("mailto:", "no address of one mailbox"),
        ("mailto:me@example.org?subject=x", "no address of one mailbox"),
        ("mailto:a@example.org,b@example.org", "no address of one mailbox"),
        ("mailto:me@example.org\r\nBcc: all@example.org", "control characters"),
        ("ftp://example.org/x", "is no destination"),
        ("command:", "names no program"),
        ("command:no-such-program-here x", "no-such-program-here, that is not there"),
        ('command:cat "x', "is no command"),
    ],
)
def test_a_destination_that_is_none_is_told_in_one_line(address, told):
    with pytest.raises(InputError) as refused:
        destination_of(address)
    assert told in str(refused.value) and "\n" not in str(refused.value) and "\r" not in str(refused.value)


@pytest.mark.parametrize("address", ["http://10.0.0.7/x", "https://192.168.1.4/x", "http://[fd12::7]/x"])
def test_private_networks_may_be_allowed(address):
    assert destination_of(address, allow_private=True).target == address


@pytest.mark.parametrize(
    "address", ["http://169.254.169.254/x", "http://[fd00:ec2::254]/x", "http://0.0.0.0/x"]
)
def test_what_serves_secrets_of_machines_never_is(address):
    with pytest.raises(InputError, match="no public address"):
        destination_of(address, allow_private=True)


def test_a_name_that_stands_for_a_private_address_is_refused_when_it_is_sent(monkeypatch):
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(0, 0, 0, "", ("127.0.0.1", 0))])
    with pytest.raises(SendError, match=r"is at 127\.0\.0\.1, which is no public address"):
        post(MESSAGE, "https://hooks.example.org/x", SECRET, NOW, allow_private=False)


def test_a_command_gets_the_message_without_a_shell_and_without_secrets(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_WEBHOOK_SECRET", SECRET)
    monkeypatch.setenv("DATELINE_TOKEN", SECRET)
    program = tmp_path / "program.py"
    program.write_text(
        "import json, os, sys; from pathlib import Path\n"
        "Path(sys.argv[1]).write_text(json.dumps([sys.stdin.read(), sys.argv[2:], dict(os.environ)]))\n"
    )
    given = f"command:{sys.executable} {program} {tmp_path / 'out'} '$HOME; date'"
    run_command(MESSAGE, destination_of(given).words)
    text, words, environment = json.loads(Path(tmp_path / "out").read_text())
    assert AlertMessage.from_json(text) == MESSAGE
    assert words == ["$HOME; date"]
    assert environment["DATELINE_DELIVERY"] == MESSAGE.id and SECRET not in environment.values()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("import sys; sys.exit('no\\nlight')", "ended with status 1: no light"),
        ("import time; time.sleep(30)", "had not ended after 1 seconds and was killed"),
    ],
)
def test_a_command_that_fails_is_told_in_one_line(line, told):
    with pytest.raises(SendError, match=told):
        run_command(MESSAGE, [sys.executable, "-c", line], seconds=1.0)


GOOD = {"DATELINE_SMTP_HOST": "mail.example.org", "DATELINE_SMTP_FROM": "desk@example.org"}


@pytest.mark.parametrize(
    ("to", "environment", "told"),
    [
        ("mailto:me@example.org", {}, "DATELINE_SMTP_HOST is not set"),
        ("mailto:me@example.org", {"DATELINE_SMTP_HOST": "h"}, "DATELINE_SMTP_FROM is not set"),
        ("mailto:me@example.org", {**GOOD, "DATELINE_SMTP_FROM": "desk\n@x"}, "no address of a mailbox"),
        ("mailto:me@example.org", {**GOOD, "DATELINE_SMTP_PORT": "many"}, "which is no port"),
        ("mailto:me@example.org", {**GOOD, "DATELINE_SMTP_SECURITY": "ssl3"}, "write starttls, tls or none"),
        ("mailto:me@example.org", {**GOOD, "DATELINE_SMTP_USER": "me"}, "DATELINE_SMTP_PASSWORD is not set"),
        (
            "mailto:me@example.org",
            {
                **GOOD,
                "DATELINE_SMTP_USER": "me",
                "DATELINE_SMTP_PASSWORD": "x",
                "DATELINE_SMTP_SECURITY": "none",
            },
            "in the clear",
        ),
        ("https://hooks.example.org/x", {}, "DATELINE_WEBHOOK_SECRET is not set"),
        ("https://hooks.example.org/x", {"DATELINE_WEBHOOK_SECRET": "short"}, "fewer than 16 letters"),
    ],
)
def test_a_setting_that_is_missing_or_wrong_is_named_in_one_line(to, environment, told):
    with pytest.raises(InputError) as refused:
        settings_for({kind_of(to)}, None, environment)
    assert told in str(refused.value) and "\n" not in str(refused.value)


def test_options_go_before_the_environment_and_ports_follow_the_security():
    to = {Kind.MAIL}
    found = settings_for(to, Given(host="other.example.org", security="tls"), GOOD).mail
    assert found is not None and (found.host, found.port, found.security) == ("other.example.org", 465, "tls")
    usual = settings_for(to, None, GOOD).mail
    assert usual is not None and (usual.port, usual.security) == (587, "starttls")


def test_what_is_said_of_a_webhook_that_fails_holds_no_key():
    address = f"http://127.0.0.1:{free_port()}/services/T0K3N?key=s3cret"
    with pytest.raises(SendError, match=r"http://127\.0\.0\.1:\d+/\.\.\. cannot be reached") as told:
        post(MESSAGE, address, SECRET, NOW, allow_private=False)
    with webhook() as hook:
        hook.status = 403
        with pytest.raises(SendError, match="did not take") as refused:
            post(MESSAGE, f"{hook.url}/T0K3N", SECRET, NOW, allow_private=False)
    for said in (str(told.value), str(refused.value)):
        assert "T0K3N" not in said and "s3cret" not in said


def test_destinations_are_shown_without_what_may_be_a_key():
    assert shown("https://hooks.example.org/T0K3N") == "https://hooks.example.org/..."
    assert shown("command:notify --key s3cret") == "command:notify ..."
    assert shown("command:false") == "command:false"
    assert shown("mailto:me@example.org") == "mailto:me@example.org"


def test_settings_do_not_show_their_secrets():
    environment = {"DATELINE_WEBHOOK_SECRET": SECRET, "DATELINE_SMTP_PASSWORD": "p4ssword"}
    given = Given("mail.example", 587, "starttls", "desk", "desk@news.example")
    assert SECRET not in (told := repr(settings_for(list(Kind), given, environment)))
    assert "p4ssword" not in told and "mail.example" in told
