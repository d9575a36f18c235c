"""Things that several people do to one organisation at the same moment, on a database of its own: run as a program.

`python -m tests.accounts.races ROUNDS` prints a JSON object: for each race, how often each end was seen.
"""

from __future__ import annotations

import json
import sys
import threading
from collections import Counter
from collections.abc import Callable

import django

_LIMIT = 60.0


def at_once(*acts: Callable[[], object]) -> int:
    """Do all at the same moment, each in a thread of its own; gives how many were refused. Other errors are raised."""
    from django.db import connection

    from conductatlas.accounts.workspaces import RefusedError

    start, refused, failures = threading.Barrier(len(acts)), [], []

    def run(act: Callable[[], object]) -> None:
        try:
            start.wait(_LIMIT)
            act()
        except RefusedError as error:
            refused.append(str(error))
        except BaseException as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,), daemon=True) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(_LIMIT)
    if failures:
        raise failures[0]
    assert not any(thread.is_alive() for thread in threads)
    return len(refused)


def _races() -> dict[str, Callable[[int], str]]:
    from datetime import UTC, datetime

    from conductatlas.accounts.closing import delete_account
    from conductatlas.accounts.invitations import accept, send_invitation
    from conductatlas.accounts.members import give_role, leave_organisation
    from conductatlas.accounts.models import AuditEntry, Membership, Plan, Role, Subscription, User, Workspace
    from tests.accounts_factory import make_organisation, make_person, membership

    now = datetime(2026, 11, 26, 12, tzinfo=UTC)

    def two_owners(number: int) -> tuple[Workspace, User, User]:
        one, two = (make_person(f"{name}{number}-{AuditEntry.objects.count()}@example.org") for name in ("a", "b"))
        workspace = make_organisation("Lantern Works", one)
        Membership.objects.create(workspace=workspace, user=two, role=Role.OWNER)
        Membership.objects.create(workspace=workspace, user=make_person(f"c{workspace.pk}@example.org"))
        return workspace, one, two

    def told(workspace: Workspace, refused: int) -> str:
        owners = Membership.objects.filter(workspace=workspace, role=Role.OWNER).count()
        return f"{owners} owner, {refused} refused"

    def leave(number: int) -> str:
        workspace, one, two = two_owners(number)
        first, second = membership(workspace, one), membership(workspace, two)
        return told(workspace, at_once(lambda: leave_organisation(first), lambda: leave_organisation(second)))

    def demote(number: int) -> str:
        workspace, one, two = two_owners(number)
        first, second = membership(workspace, one), membership(workspace, two)
        refused = at_once(lambda: give_role(first, two.pk, Role.MEMBER), lambda: give_role(second, one.pk, Role.MEMBER))
        return told(workspace, refused)

    def delete(number: int) -> str:
        workspace, one, two = two_owners(number)
        return told(workspace, at_once(lambda: delete_account(one), lambda: delete_account(two)))

    def leave_or_delete(number: int) -> str:
        workspace, one, two = two_owners(number)
        first = membership(workspace, one)
        return told(workspace, at_once(lambda: leave_organisation(first), lambda: delete_account(two)))

    def last_seat(number: int) -> str:
        workspace, one, _ = two_owners(number)
        plan = Plan.objects.create(key=f"team-{workspace.pk}", name="Team", price=1, seats=9)
        Subscription.objects.create(workspace=workspace, plan=plan)
        people = [make_person(f"{name}{workspace.pk}@example.org") for name in ("d", "e")]
        sent = [send_invitation(membership(workspace, one), who.email, Role.VIEWER, now) for who in people]
        # The plan became smaller meanwhile: of five seats four are left, of which three are taken.
        Plan.objects.filter(pk=plan.pk).update(seats=4)
        at_once(*(lambda pair=pair: accept(pair[0], pair[1], now) for pair in zip(sent, people, strict=True)))
        return f"{Membership.objects.filter(workspace=workspace).count()} members"

    def same_invitation(number: int) -> str:
        workspace, one, _ = two_owners(number)
        who = make_person(f"f{workspace.pk}@example.org")
        sent = send_invitation(membership(workspace, one), who.email, Role.VIEWER, now)
        refused = at_once(*[lambda: accept(sent, who, now)] * 3)
        joined = AuditEntry.objects.filter(workspace=workspace, action="member.joined").count()
        return f"{joined} joined, {refused} refused"

    def same_address(number: int) -> str:
        workspace, one, two = two_owners(number)
        owners = [membership(workspace, one), membership(workspace, two)]
        at_once(*(lambda who=who: send_invitation(who, "g@example.org", Role.VIEWER, now) for who in owners))
        return f"{workspace.invitations.count()} invitation"

    return {
        "two owners leave": leave,
        "two owners demote each other": demote,
        "two owners delete their accounts": delete,
        "one owner leaves, one deletes": leave_or_delete,
        "two take the last seat": last_seat,
        "one invitation is taken up three times": same_invitation,
        "two invite the same address": same_address,
    }


def main(rounds: int) -> None:
    """Run each race so many times."""
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    call_command("migrate", verbosity=0, interactive=False)
    ends = {}
    for name, race in _races().items():
        settings.PLANS = name == "two take the last seat"
        ends[name] = dict(Counter(race(number) for number in range(rounds)))
    sys.stdout.write(json.dumps(ends))


if __name__ == "__main__":
    main(int(sys.argv[1]))
