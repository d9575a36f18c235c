"""Full-text search over the current and past wordings of all provisions."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.db.models.expressions import RawSQL

from conductatlas.catalogue import Severity
from conductatlas.reading import visible_text
from conductatlas.records.models import TAKEN_BACK, ChangeItem, Provision, ProvisionState, Wording
from conductatlas.records.review import SURE

_LONGEST_QUERY = 300
_MOST_TERMS = 16
# Of a query that matches more passages than this, the best ones count.
_MOST_PASSAGES = 20_000
# How many queries are asked in one statement.
_QUERIES_AT_ONCE = 50
_SNIPPET = 280
# So many clauses without the words are added to each type, so that a type with few clauses does not come first.
_STEADYING = 5
_OF_QUESTIONS = frozenset(
    [
        *("a", "about", "am", "an", "and", "are", "at", "be", "been", "by", "can", "could", "did", "do", "does", "for"),
        *("from", "has", "have", "how", "i", "if", "in", "is", "it", "its", "may", "me", "might", "my", "of", "on"),
        *("or", "our", "shall", "should", "so", "that", "the", "their", "them", "there", "these", "they", "this"),
        *("those", "to", "was", "we", "were", "what", "when", "where", "which", "who", "whose", "why", "will", "with"),
        *("would", "you", "your"),
    ]
)
_OF_PLATFORM = """p.document_id IN (SELECT d.id FROM records_document d
    JOIN records_platform o ON o.id = d.platform_id WHERE o.slug = %s)"""
_BEFORE_MATCH = 90
_OPEN, _CLOSE = "\x02", "\x03"
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD = re.compile(r"[^\W_]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_MARKED = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")


@dataclass(frozen=True, slots=True)
class Term:
    """A word that must occur, or a phrase whose words must stand one after the other."""

    text: str
    phrase: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a snippet, and whether it matches the query."""

    text: str
    match: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision one of whose wordings matches: the latest such wording, with the words around the first match."""

    provision_id: int
    wording_id: int
    snippet: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of what was found, best first, and how many provisions were found in all."""

    total: int
    hits: tuple[Hit, ...]


def parse_query(query: str) -> tuple[Term, ...]:
    """Read a search as people write it: words, and "phrases in quotation marks"; all of them must occur.

    Nothing in it is an operator, so no input is an error; what holds no letter or digit is left out.
    """
    plain = query[:_LONGEST_QUERY].replace("“", '"').replace("”", '"').replace("„", '"')
    terms: list[Term] = []
    for found in _TERM.finditer(_CONTROL.sub(" ", plain)):
        phrase, word = found.group(1), found.group(2)
        text = (phrase if word is None else word).strip()
        if _WORD.search(text):
            terms.append(Term(text, word is None))
    return tuple(terms[:_MOST_TERMS])


def search_passages(
    query: str,
    *,
    clause_type: str = "",
    severity: Severity | None = None,
    platform: str = "",
    standing_only: bool = False,
    limit: int = 20,
    offset: int = 0,
) -> Hits:
    """Find the provisions one of whose wordings holds all terms of a query; filters that are empty do not apply.

    A platform is named by its slug. With `standing_only`, only wordings that stand today are searched. The order is by
    relevance, then by id.
    """
    terms = parse_query(query)
    if not terms:
        return Hits(0, ())
    matching, parameters = _matching(terms)
    conditions = ["p.state NOT IN (%s, %s)"]
    parameters.extend(state.value for state in TAKEN_BACK)
    if clause_type:
        conditions.append("p.clause_type = %s")
        parameters.append(clause_type)
    if severity is not None:
        conditions.append("w.severity = %s")
        parameters.append(severity.value)
    if platform:
        conditions.append(_OF_PLATFORM)
        parameters.append(platform)
    if standing_only:
        conditions.append("p.state = %s AND w.last_version_id IS NULL")
        parameters.append(ProvisionState.STANDING.value)
    # Only constant text is put together here; everything that a reader wrote is a parameter.
    statement = f"""
        WITH hits AS MATERIALIZED ({matching})
        SELECT w.provision_id, MAX(w.id), MIN(hits.score) AS score, COUNT(*) OVER ()
        FROM hits
        JOIN records_wording w ON w.passage_id = hits.passage_id
        JOIN records_provision p ON p.id = w.provision_id
        WHERE {" AND ".join(conditions)}
        GROUP BY w.provision_id ORDER BY score, w.provision_id LIMIT %s OFFSET %s"""  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [*parameters, limit, offset])
        rows: list[tuple[int, int, float, int]] = cursor.fetchall()
    snippets = _snippets(terms, [wording for _, wording, _, _ in rows])
    total = rows[0][3] if rows else 0
    return Hits(total, tuple(Hit(provision, wording, snippets[wording]) for provision, wording, _, _ in rows))


def telling_words(query: str) -> str:
    """A search without the words that questions are made of: 'sell data' for 'can they sell my data'."""
    terms = [term if term.phrase else replace(term, text=term.text.strip("?!.,")) for term in parse_query(query)]
    telling = [term for term in terms if term.phrase or term.text.lower() not in _OF_QUESTIONS]
    return " ".join(f'"{term.text}"' if term.phrase else term.text for term in telling)


def types_found(query: str, most: int) -> tuple[str, ...]:
    """The clause types that the words of a query are most of, in what stands today and the method is sure of."""
    terms = parse_query(query)
    if not terms:
        return ()
    matching, parameters = _matching(terms)
    statement = f"""
        WITH hits AS MATERIALIZED ({matching})
        SELECT p.clause_type, COUNT(*) FROM hits
        JOIN records_wording w ON w.passage_id = hits.passage_id
        JOIN records_provision p ON p.id = w.provision_id
        WHERE p.state = %s AND w.last_version_id IS NULL AND w.confidence >= %s
        GROUP BY p.clause_type"""  # noqa: S608 (as above)
    with connection.cursor() as cursor:
        cursor.execute(statement, [*parameters, ProvisionState.STANDING.value, SURE])
        holding: dict[str, int] = dict(cursor.fetchall())
    standing = Provision.objects.filter(state=ProvisionState.STANDING, clause_type__in=holding).order_by()
    totals: dict[str, int] = dict(standing.values_list("clause_type").annotate(Count("id")))
    # Many clauses with the words count, and that they are a great part of their type.
    weights = {one: count * count / (totals[one] + _STEADYING) for one, count in holding.items() if count > 1}
    return tuple(sorted(weights, key=lambda one: (-weights[one], one))[:most])


def items_found(
    query: str,
    *,
    clause_type: str = "",
    severity: Severity | None = None,
    platform: str = "",
    standing_only: bool = False,
) -> QuerySet[ChangeItem]:
    """What changes did to the provisions that a search finds, where the words stand in the wording before or after.

    The filters are those of `search_passages`; with `standing_only`, the wording after must stand today.
    """
    terms = parse_query(query)
    if not terms:
        return ChangeItem.objects.none()
    matching, parameters = _matching(terms)
    passages = RawSQL(f"SELECT passage_id FROM ({matching}) AS hits", parameters)  # noqa: S608, S611 (as above)
    wordings = (Wording.standing() if standing_only else Wording.objects.all()).filter(passage_id__in=passages)
    if clause_type:
        wordings = wordings.filter(provision__clause_type=clause_type)
    if severity is not None:
        wordings = wordings.filter(severity=severity.value)
    if platform:
        wordings = wordings.filter(provision__document__platform__slug=platform)
    ids = wordings.values("id")
    return ChangeItem.objects.filter(Q(after__in=ids) if standing_only else Q(before__in=ids) | Q(after__in=ids))


def matching_passages(queries: Collection[str], passages: Collection[int]) -> dict[str, frozenset[int]]:
    """For each of many queries, which of some passages, by their ids, hold all its terms."""
    among = tuple(passages)
    asked = [(query, terms) for query in queries if (terms := parse_query(query))] if among else []
    found: dict[str, set[int]] = {query: set() for query in queries}
    for start in range(0, len(asked), _QUERIES_AT_ONCE):
        part = asked[start : start + _QUERIES_AT_ONCE]
        statements, parameters = [], []
        for number, (_, terms) in enumerate(part):
            statement, its_parameters = _matching(terms, among)
            statements.append(f"SELECT {number}, passage_id FROM ({statement}) AS asked_{number}")  # noqa: S608
            parameters += its_parameters
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(statements), parameters)
            for number, passage in cursor.fetchall():
                found[part[number][0]].add(passage)
    return {query: frozenset(ids) for query, ids in found.items()}


def _matching(terms: Sequence[Term], among: Sequence[int] = ()) -> tuple[str, list[str | int]]:
    """A statement that gives (passage_id, score) of the passages that match, the best with the lowest score.

    `among` are the ids of those that are looked at; all are where it is empty.
    """
    only = f" AND {{}} IN ({', '.join(['%s'] * len(among))})" if among else ""
    if connection.vendor == "sqlite":
        statement = f"""SELECT rowid AS passage_id, rank AS score FROM records_passage_search
            WHERE records_passage_search MATCH %s{only.format("rowid")} ORDER BY rank LIMIT %s"""  # noqa: S608
        return statement, [_fts5(terms), *among, _MOST_PASSAGES]
    tsquery, words = _tsquery(terms)
    # The English index leaves out words such as 'on' and 'what'; a phrase must hold them all the same.
    phrases = [term.text for term in terms if term.phrase]
    exact = " AND to_tsvector('simple', left(text, 400000)) @@ phraseto_tsquery('simple', %s)" * len(phrases)
    statement = f"""
        SELECT id AS passage_id, -ts_rank(to_tsvector('english', left(text, 400000)), query) AS score
        FROM records_passage, (SELECT {tsquery} AS query) AS asked
        WHERE to_tsvector('english', left(text, 400000)) @@ query{exact}{only.format("id")} LIMIT %s"""  # noqa: S608
    return statement, [*words, *phrases, *among, _MOST_PASSAGES]


def _fts5(terms: Sequence[Term]) -> str:
    """The terms as FTS5 strings: inside quotation marks nothing is an operator."""
    return " AND ".join('"' + term.text.replace('"', '""') + '"' for term in terms)


def _tsquery(terms: Sequence[Term]) -> tuple[str, list[str]]:
    functions = ["phraseto_tsquery" if term.phrase else "plainto_tsquery" for term in terms]
    return " && ".join(f"{name}('english', %s)" for name in functions), [term.text for term in terms]


def _snippets(terms: Sequence[Term], wordings: Sequence[int]) -> dict[int, tuple[Run, ...]]:
    """The words around the first match of each wording."""
    if not wordings:
        return {}
    places = ", ".join(["%s"] * len(wordings))
    if connection.vendor == "sqlite":
        statement = (
            "SELECT w.id, highlight(records_passage_search, 0, %s, %s) FROM records_passage_search "  # noqa: S608
            "JOIN records_wording w ON w.passage_id = records_passage_search.rowid "
            f"WHERE records_passage_search MATCH %s AND w.id IN ({places})"
        )
        parameters: list[str | int] = [_OPEN, _CLOSE, _fts5(terms), *wordings]
    else:
        tsquery, words = _tsquery(terms)
        statement = (
            f"SELECT w.id, ts_headline('english', left(p.text, 400000), {tsquery}, %s) "  # noqa: S608
            f"FROM records_wording w JOIN records_passage p ON p.id = w.passage_id WHERE w.id IN ({places})"
        )
        options = f'HighlightAll=true, StartSel="{_OPEN}", StopSel="{_CLOSE}"'
        parameters = [*words, options, *wordings]
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return {wording: snippet_of(marked) for wording, marked in cursor.fetchall()}


def snippet_of(marked: str) -> tuple[Run, ...]:
    """Cut the words around the first match out of a passage whose matches are marked, as a reader sees them."""
    shown = visible_text(marked)
    first = max(shown.find(_OPEN), 0)
    start = max(0, first - _BEFORE_MATCH)
    if start:
        start = shown.find(" ", start, first) + 1 or start
    end = len(shown) if len(shown) - start <= _SNIPPET else shown.rfind(" ", start, start + _SNIPPET)
    if end < first:
        end = min(len(shown), start + _SNIPPET)
    cut = ("… " if start else "") + shown[start:end] + (" …" if end < len(shown) else "")
    if cut.rfind(_OPEN) > cut.rfind(_CLOSE):
        cut += _CLOSE
    runs: list[Run] = []
    position = 0
    for found in _MARKED.finditer(cut):
        runs.append(Run(_unmarked(cut[position : found.start()]), False))
        runs.append(Run(found.group(1), True))
        position = found.end()
    runs.append(Run(_unmarked(cut[position:]), False))
    return tuple(run for run in runs if run.text)


def _unmarked(text: str) -> str:
    return text.replace(_OPEN, "").replace(_CLOSE, "")
