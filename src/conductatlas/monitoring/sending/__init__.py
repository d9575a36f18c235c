"""Handing messages over: to a mail server, a webhook, or a service that apprise knows."""

from conductatlas.monitoring.sending.apprise import refusal_of, send_by_apprise
from conductatlas.monitoring.sending.mail import MailLine
from conductatlas.monitoring.sending.outcome import Fault, Outcome
from conductatlas.monitoring.sending.webhook import SIGNATURE, post, signature

__all__ = ["SIGNATURE", "Fault", "MailLine", "Outcome", "post", "refusal_of", "send_by_apprise", "signature"]
