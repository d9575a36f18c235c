"""Invitations to an organisation: by a signed link to an address, for a fortnight, taken up once, by who holds it."""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.members import refuse_without_seat
from conductatlas.accounts.models import Invitation, Membership, Role, User
from conductatlas.accounts.workspaces import RefusedError, locked

HOLDS_FOR = timedelta(days=14)
_SESSION_KEY = "invitation"
_SIGNER = "conductatlas.accounts.invitations"


def send_invitation(actor: Membership, email: str, role: Role, now: datetime) -> Invitation:
    """Invite an address, or send its invitation again: the older link is dead then. The mail leaves after the commit.

    Raises RefusedError where the actor may not, the person is a member already, or no seat is left; and after the
    invitation was stored, where the mail can't be sent.
    """
    email = email.lower()
    with transaction.atomic():
        workspace = locked(actor.workspace)
        acting = Membership.objects.select_related("user").filter(pk=actor.pk).first()
        if acting is None or not Role(acting.role).includes(Role.ADMIN):
            raise RefusedError("Only administrators and owners invite.")
        if role == Role.OWNER and acting.role != Role.OWNER:
            raise RefusedError("Only an owner invites an owner.")
        if Membership.objects.filter(workspace=workspace, user__email=email).exists():
            raise RefusedError(f"{email} is a member already.")
        # Those that ran out take up neither a seat nor the place of a new one.
        waiting = Invitation.objects.filter(workspace=workspace, accepted_at=None)
        waiting.filter(Q(email=email) | Q(invited_at__lte=now - HOLDS_FOR)).delete()
        refuse_without_seat(workspace, now, promised=waiting.count())
        invitation = Invitation.objects.create(
            workspace=workspace, email=email, role=role, invited_by=acting.user, invited_at=now
        )
        audit(acting.user, "member.invited", email, workspace=workspace, role=role)
        transaction.on_commit(lambda: _send(invitation))
    return invitation


def withdraw_invitation(actor: Membership, number: int) -> None:
    """Take an open invitation back: its link is dead. Does nothing where there is none any more."""
    with transaction.atomic():
        found = Invitation.objects.filter(pk=number, workspace=locked(actor.workspace), accepted_at=None).first()
        if found is not None:
            audit(actor.user, "invitation.withdrawn", found.email, workspace=found.workspace)
            found.delete()


def accept(invitation: Invitation, user: User, now: datetime) -> Membership:
    """Take an invitation up. Raises RefusedError where it can't be: used, run out, no seat, another's address."""
    with transaction.atomic():
        workspace = locked(invitation.workspace)
        current = open_invitations(now).filter(pk=invitation.pk).first()
        if current is None:
            raise RefusedError("This invitation was used, withdrawn or has run out. Ask for a new one.")
        if not holds(user, current.email):
            raise RefusedError(f"This invitation is for {current.email}, which is no confirmed address of yours.")
        if not Membership.objects.filter(workspace=workspace, user=user).exists():
            refuse_without_seat(workspace, now)
        membership, _ = Membership.objects.get_or_create(
            workspace=workspace, user=user, defaults={"role": current.role}
        )
        current.accepted_at = now
        current.save(update_fields=["accepted_at"])
        audit(user, "member.joined", user.email, workspace=workspace, role=membership.role)
    return membership


def open_invitations(now: datetime) -> QuerySet[Invitation]:
    """All that can still be taken up."""
    return Invitation.objects.filter(accepted_at=None, invited_at__gt=now - HOLDS_FOR)


def invitations_to(user: User, now: datetime) -> QuerySet[Invitation]:
    """Those to the confirmed addresses of a person."""
    held = EmailAddress.objects.filter(user=user, verified=True).values("email")
    return open_invitations(now).filter(email__in=held).select_related("workspace", "invited_by").order_by("id")


def holds(user: User, email: str) -> bool:
    """Whether an address is a person's, and confirmed."""
    return bool(EmailAddress.objects.filter(user=user, email=email.lower(), verified=True).exists())


def token_of(invitation: Invitation) -> str:
    """The secret part of the link: signed, and another one each time the invitation is sent."""
    return Signer(salt=_SIGNER).sign_object([invitation.pk, invitation.invited_at.timestamp()])


def link_to(invitation: Invitation) -> str:
    """The address in the mail."""
    return f"{settings.PUBLIC_ADDRESS}/invitations/{token_of(invitation)}"


def invitation_of(token: str, now: datetime) -> Invitation | None:
    """The open invitation that a link names; None where it is forged, replaced, used, withdrawn or has run out."""
    try:
        number, sent = Signer(salt=_SIGNER).unsign_object(token)
    except (BadSignature, ValueError, TypeError):
        return None
    found = open_invitations(now).select_related("workspace", "invited_by").filter(pk=number).first()
    return found if found is not None and found.invited_at.timestamp() == sent else None


def remember(request: HttpRequest, invitation: Invitation) -> None:
    """Keep in the session that an invitation was opened: whoever holds it may sign up where one must be invited."""
    request.session[_SESSION_KEY] = token_of(invitation)


def invitation_of_session(request: HttpRequest) -> Invitation | None:
    """The invitation that was opened in this session, if it still holds."""
    token = request.session.get(_SESSION_KEY)
    return invitation_of(token, timezone.now()) if isinstance(token, str) else None


def is_invited(email: str) -> bool:
    """Whether any organisation waits for this address."""
    return open_invitations(timezone.now()).filter(email=email.lower()).exists()


def _send(invitation: Invitation) -> None:
    values = {
        "invitation": invitation,
        "link": link_to(invitation),
        "days": HOLDS_FOR.days,
        "public_address": settings.PUBLIC_ADDRESS,
    }
    text = render_to_string("site/private/mail/invitation.txt", values)
    # A name may hold anything; a subject is one line.
    subject = " ".join(f"ConductAtlas: you are invited to {invitation.workspace}".split())
    try:
        EmailMessage(subject, text, None, [invitation.email]).send()
    except OSError as error:
        raise RefusedError(
            f"The invitation is kept, but the server that takes our mail does not answer ({error}). "
            f"Invite {invitation.email} again in a few minutes, and the mail is sent again."
        ) from error
