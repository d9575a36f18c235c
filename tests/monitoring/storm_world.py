"""The world of the storm: many watches, many changes, and by a rule of its own who must be told of what."""

from __future__ import annotations

import hashlib
import random
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from django.utils import timezone

from conductatlas.accounts.models import Membership, Role, User, Workspace
from conductatlas.catalogue import load_catalogue, load_laws
from conductatlas.monitoring.models import Channel, ChannelKind, Watch, WatchKind
from conductatlas.monitoring.searches import lead
from conductatlas.records.models import (
    Change,
    ChangeItem,
    Collection,
    Document,
    Passage,
    Platform,
    Provision,
    StoredText,
    Version,
    Wording,
)
from tests.records_factory import METHOD

_GRADES = ("none", "low", "medium", "high")
_DIRECTIONS = ("better", "worse", "mixed", "unjudged")
_KINDS = (
    *(WatchKind.PLATFORM,) * 30,
    *(WatchKind.DOCUMENT,) * 25,
    *(WatchKind.PROVISION,) * 20,
    *(WatchKind.CLAUSE_TYPE,) * 12,
    *(WatchKind.SEARCH,) * 10,
    *(WatchKind.CATEGORY,) * 2,
    WatchKind.LAW,
)
_WORDS = 200
_WATCHES_EACH = 10


@dataclass
class StormWorld:
    """What was made, and the rule by which it is told: for each change, the addresses that must hear of it."""

    changes: list[Change] = field(default_factory=list)
    expected: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def make_storm(watches: int, changes: int, seed: int) -> StormWorld:
    """Write it all; some changes are taken back, some watches paused, some channels stopped or never confirmed."""
    chance = random.Random(seed)  # noqa: S311
    world = StormWorld()
    documents = _documents(max(4, changes // 2))
    items = _changes(world, documents, changes, chance)
    told = _people(max(2, watches // _WATCHES_EACH), chance)
    rows = _watches(watches, told, documents, items, chance)
    _expect(world, rows, told, items)
    return world


def _documents(number: int) -> list[Document]:
    collection = Collection.objects.create(slug="storm", name="storm")
    platforms = [Platform(slug=f"platform-{one}", name=f"Platform {one}") for one in range((number + 1) // 2)]
    Platform.objects.bulk_create(platforms)
    documents = [
        Document(
            id=one + 1,
            platform=platforms[one // 2],
            collection=collection,
            terms_type=f"Terms {one % 2}",
            path=f"{one}.md",
            language="en",
            caught_up=True,
        )
        for one in range(number)
    ]
    return Document.objects.bulk_create(documents)


def _changes(
    world: StormWorld, documents: list[Document], number: int, chance: random.Random
) -> dict[int, list[ChangeItem]]:
    types = sorted(one.id for one in load_catalogue())
    content = zlib.compress(b"# Terms")
    text = StoredText.objects.create(sha256="0" * 64, size=7, compressed=content)
    start = timezone.now() - timedelta(days=400)
    first = {
        one.pk: Version(document=one, ordinal=1, recorded_at=start, reference=f"{one.pk:040x}", text=text)
        for one in documents
    }
    Version.objects.bulk_create(first.values())
    ordinal = {one.pk: count(2) for one in documents}
    keys = count(1)
    versions: list[Version] = []
    passages: list[Passage] = []
    provisions: list[Provision] = []
    wordings: list[Wording] = []
    items: dict[int, list[ChangeItem]] = {}
    for key in range(1, number + 1):
        document = documents[chance.randrange(len(documents))]
        turn = next(ordinal[document.pk])
        at = start + timedelta(hours=turn)
        version = Version(document=document, ordinal=turn, recorded_at=at, reference=f"{key:x}r{turn}", text=text)
        versions.append(version)
        change = Change(
            id=key,
            version=version,
            previous=first[document.pk],
            document=document,
            recorded_at=at,
            verdict=chance.choice(["substantive"] * 9 + ["editorial"]),
            severity="high",
            summary=f"Change {key}.",
            direction=chance.choice(_DIRECTIONS),
            method=METHOD,
            taken_back=chance.random() < 0.03,
        )
        world.changes.append(change)
        items[key] = []
        for position in range(1, chance.choice((2, 2, 3))):
            words = f"Clause {next(keys)} speaks of {_word(chance)} and data, and of nothing else."
            passage = Passage(sha256=hashlib.sha256(words.encode()).hexdigest(), text=words)
            provision = Provision(
                id=len(provisions) + 1,
                document=document,
                clause_type=chance.choice(types),
                first_version=first[document.pk],
                severity="low",
                stance="adverse",
            )
            wording = Wording(
                provision=provision,
                passage=passage,
                first_version=version,
                severity=chance.choice(_GRADES),
                stance="adverse",
                confidence=0.9,
                method=METHOD,
            )
            passages.append(passage)
            provisions.append(provision)
            wordings.append(wording)
            items[key].append(
                ChangeItem(
                    change=change,
                    position=position,
                    kind="added",
                    provision=provision,
                    after=wording,
                    summary="Added.",
                    direction=chance.choice(_DIRECTIONS),
                )
            )
    Version.objects.bulk_create(versions, 500)
    Passage.objects.bulk_create(passages, 500)
    Provision.objects.bulk_create(provisions, 500)
    Wording.objects.bulk_create(wordings, 500)
    Change.objects.bulk_create(world.changes, 500)
    ChangeItem.objects.bulk_create([one for some in items.values() for one in some], 500)
    return items


def _word(chance: random.Random) -> str:
    """One of so many invented words, no two of which begin alike."""
    number = chance.randrange(_WORDS)
    return f"{chr(97 + number % 26)}{chr(97 + number // 26)}oxington"


def _people(number: int, chance: random.Random) -> dict[Workspace, set[str]]:
    """Workspaces, and the addresses that hear of what each watches; every tenth is an organisation's."""
    users = User.objects.bulk_create([User(email=f"person{one}@storm.example") for one in range(number)])
    own = [Workspace(slug=f"own-{one.pk}", name="Personal", personal_of=one) for one in users]
    shared = [Workspace(slug=f"shared-{one}", name=f"Organisation {one}") for one in range(number // 10)]
    Workspace.objects.bulk_create([*own, *shared])
    now = timezone.now()
    told: dict[Workspace, set[str]] = {}
    members, channels = [], []
    for user, workspace in zip(users, own, strict=True):
        members.append(Membership(workspace=workspace, user=user, role=Role.OWNER))
        confirmed, stopped = chance.random() < 0.95, chance.random() < 0.05
        channels.append(_channel(workspace, user.email, now if confirmed else None, now if stopped else None))
        told[workspace] = {user.email} if confirmed and not stopped else set()
    reach = {user.pk: told[workspace] for user, workspace in zip(users, own, strict=True)}
    for number_, workspace in enumerate(shared):
        address = f"team{number_}@storm.example"
        channels.append(_channel(workspace, address, now, None))
        told[workspace] = {address}
        for user in chance.sample(users, min(3, len(users))):
            hears = chance.random() < 0.8
            members.append(Membership(workspace=workspace, user=user, told=hears))
            if hears:
                told[workspace] |= reach[user.pk]
    Membership.objects.bulk_create(members)
    Channel.objects.bulk_create(channels)
    return told


def _channel(workspace: Workspace, address: str, confirmed: datetime | None, stopped: datetime | None) -> Channel:
    return Channel(
        workspace=workspace, kind=ChannelKind.EMAIL, address=address, confirmed_at=confirmed, stopped_at=stopped
    )


def _watches(
    number: int,
    told: dict[Workspace, set[str]],
    documents: list[Document],
    items: dict[int, list[ChangeItem]],
    chance: random.Random,
) -> list[Watch]:
    workspaces = list(told)
    provisions = [item.provision for some in items.values() for item in some]
    categories = sorted({one.category for one in load_catalogue()})
    laws = [one.id for one in load_laws().shown()]
    rows: dict[tuple[int, str, str], Watch] = {}
    while len(rows) < number:
        kind = chance.choice(_KINDS)
        document, provision = chance.choice(documents), chance.choice(provisions)
        target = {
            WatchKind.PLATFORM: document.platform.slug,
            WatchKind.DOCUMENT: document.permanent_id,
            WatchKind.PROVISION: provision.permanent_id,
            WatchKind.CLAUSE_TYPE: provision.clause_type,
            WatchKind.CATEGORY: chance.choice(categories),
            WatchKind.LAW: chance.choice(laws),
            WatchKind.SEARCH: _word(chance),
        }[kind]
        workspace = chance.choice(workspaces)
        row = Watch(
            workspace=workspace,
            kind=kind,
            target=target,
            lead=lead(target) if kind == WatchKind.SEARCH else "",
            least_severity=chance.choice(_GRADES),
            directions=chance.choice([[], [], ["worse", "mixed"]]),
            verdicts=chance.choice([[], [], ["editorial", "substantive"]]),
            at_once=chance.random() < 0.9,
            paused=chance.random() < 0.05,
        )
        rows[workspace.pk, kind, target] = row
    return Watch.objects.bulk_create(rows.values(), 500)


def _expect(
    world: StormWorld, watches: list[Watch], told: dict[Workspace, set[str]], items: dict[int, list[ChangeItem]]
) -> None:
    """Ask every watch about every change, the plain and slow way."""
    by_target: dict[tuple[str, str], list[Watch]] = defaultdict(list)
    for watch in watches:
        if watch.at_once and not watch.paused and told[watch.workspace]:
            by_target[watch.kind, watch.target].append(watch)
    catalogue = load_catalogue()
    speaks = [(law.id, one) for law in load_laws().shown() for one in law.spoken_to()]
    for change in world.changes:
        if change.taken_back:
            continue
        document = change.document
        for item in items[change.pk]:
            assert item.after is not None
            words, type_ = item.after.passage.text, item.provision.clause_type
            keys: set[tuple[str, str]] = {
                ("platform", document.platform.slug),
                ("document", document.permanent_id),
                ("provision", item.provision.permanent_id),
                ("clause-type", type_),
                ("category", catalogue[type_].category),
                ("search", words.split()[4]),
                *(("law", law) for law, one in speaks if one.clause_type == type_ and one.bears_on(words)),
            }
            for key in keys:
                for watch in by_target[key]:
                    grave = _GRADES.index(item.after.severity) >= _GRADES.index(watch.least_severity)
                    aimed = not watch.directions or item.direction in watch.directions
                    if grave and aimed and change.verdict in (watch.verdicts or ["substantive"]):
                        world.expected[change.permanent_id] |= told[watch.workspace]
