"""`dateline alert test`: a sample is sent."""

from __future__ import annotations

from dateline.cli.alert.options import Name, SmtpFrom, SmtpHost, SmtpPort, SmtpSecurity, SmtpUser
from dateline.cli.collection_options import Place, collection_at
from dateline.cli.messages import say
from dateline.cli.options import OwnOntology
from dateline.cli.overlays import use_ontology
from dateline.jobs.alerting import Given, send_sample


def sample(
    name: Name,
    collection: Place = None,
    smtp_host: SmtpHost = None,
    smtp_port: SmtpPort = None,
    smtp_security: SmtpSecurity = None,
    smtp_user: SmtpUser = None,
    smtp_from: SmtpFrom = None,
    ontology: OwnOntology = None,
) -> None:
    """Send a sample to all destinations of an alert: the newest stories that match, marked as a test. Nothing counts as told by it.

    Example: dateline alert test talks -c my-collection
    """
    use_ontology(ontology)
    given = Given(smtp_host, smtp_port, smtp_security, smtp_user, smtp_from)
    with collection_at(collection) as opened:
        message = send_sample(opened, name, given)
    count = len(message.stories)
    say(f"a sample of {name} was sent, with {count} {'story' if count == 1 else 'stories'}.")
