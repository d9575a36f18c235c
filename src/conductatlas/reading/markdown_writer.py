"""Writing Markdown, block by block, from the elements and words of a page as they are visited."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote_plus, urlsplit, urlunsplit

from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "header", "html", "legend", "main", "nav"),
        *("p", "section", "summary", "caption", "hgroup", "search", "dialog", "option", "optgroup"),
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MARKS = {"strong": "**", "b": "**", "em": "_", "i": "_", "code": "`"}
# Parameters by which visits are counted and sessions kept; they say nothing of what an address leads to.
_TRACKING = re.compile(
    r"utm_\w+|gclid|gclsrc|[gw]braid|fbclid|msclkid|dclid|twclid|ttclid|yclid|li_fat_id|igshid|mc_[ce]id|_ga|_gl"
    r"|_hs(?:enc|mi)|hsa_\w+|mkt_tok|vero_id|oly_(?:anon|enc)_id|ref_src|__cft__(?:\[\d+\])?|__tn__"
    r"|phpsessid|jsessionid|aspsessionid\w*|csrf_?token|authenticity_token",
    re.IGNORECASE,
)
# Beginning and end of an emphasis are marked with control characters until a block is whole.
_EMPHASES = tuple(
    (mark, re.compile(rf"\x00({re.escape(mark)})(\s*)([^\x00\x01]*?)(\s*)\x01{re.escape(mark)}"))
    for mark in ("**", "_", "`")
)
_LONE_MARK = re.compile(r"[\x00\x01](?:\*\*|_|`)")
_BLANKS = re.compile(r" {2,}")
_ESCAPED = re.compile(r"([\\`*_\[\]<>|])")
_ESCAPED_AT_START = re.compile(r"^(?:#{1,6}(?=\s|$)|[+-](?=\s|$)|(\d{1,9})[.)](?=\s|$)|[=~-]+\s*$|(?:[-+=~] ?)+$)")
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Step:
    """Entering or leaving an element, a picture, or a run of text."""

    kind: str
    node: LexborNode
    tag: str


@dataclass
class MarkdownWriter:
    """Collects inline text until a block ends, and blocks until the page ends."""

    lines: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    lists: list[list[int]] = field(default_factory=list)
    marker: str = ""
    heading: int = 0
    quotes: int = 0
    preformatted: int = 0
    links: list[tuple[int, str]] = field(default_factory=list)
    table: list[list[str]] | None = None
    depth_of_table: int = 0

    def take(self, step: Step) -> None:
        """Write what a step of the visit brings."""
        if step.kind == "text":
            self._text(step.node.text_content or "")
        elif step.kind == "picture":
            self._text(f" {step.node.attributes.get('alt') or ''} ")
        elif step.kind == "enter":
            self._enter(step.node, step.tag)
        else:
            self._leave(step.tag)

    def end_part(self) -> None:
        """End the block at hand, as a part of a page ends."""
        self._flush()

    def finish(self) -> str:
        """The Markdown of all that was visited."""
        self._flush()
        return "\n\n".join(self.lines) + ("\n" if self.lines else "")

    def _text(self, text: str) -> None:
        if self.preformatted:
            self.inline.append(text)
            return
        folded = _SPACE.sub(" ", text)
        if folded == " " and (not self.inline or self.inline[-1].endswith((" ", "\n"))):
            return
        self.inline.append(_ESCAPED.sub(r"\\\1", folded))

    def _enter(self, node: LexborNode, tag: str) -> None:
        if tag in _HEADINGS:
            self._flush()
            self.heading = _HEADINGS[tag]
        elif tag in ("ul", "ol", "menu"):
            self._flush()
            start = (node.attributes.get("start") or "1") if tag == "ol" else "0"
            self.lists.append([int(start) if start.isdigit() and len(start) < 9 else 1])
        elif tag == "li":
            self._flush()
            self._begin_item()
        elif tag == "br":
            self.inline.append("\n" if self.preformatted else "  \n")
        elif tag == "hr":
            self._flush()
            if self.table is None:
                self.lines.append("* * *")
        elif tag == "pre":
            self._flush()
            self.preformatted += 1
        elif tag == "blockquote":
            self._flush()
            self.quotes += 1
        elif tag == "table":
            self.depth_of_table += 1
            if self.depth_of_table == 1:
                self._flush()
                self.table = []
        elif tag == "tr" and self.table is not None:
            self._flush_cell()
            self.table.append([])
        elif tag in ("td", "th") and self.table is not None:
            self._flush_cell()
        elif tag == "a":
            self.links.append((len(self.inline), _target(node)))
        elif tag in _MARKS and not self.preformatted:
            self.inline.append(f"\x00{_MARKS[tag]}")
        elif tag in _BLOCKS:
            self._flush()

    def _leave(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._flush()
            self.heading = 0
        elif tag in ("ul", "ol", "menu"):
            self._flush()
            self.marker = ""
            if self.lists:
                self.lists.pop()
        elif tag == "li":
            self._flush()
            self.marker = ""
        elif tag == "pre":
            self._flush()
            self.preformatted -= 1
        elif tag == "blockquote":
            self._flush()
            self.quotes -= 1
        elif tag == "table":
            self.depth_of_table -= 1
            if self.depth_of_table == 0:
                self._flush_cell()
                self._flush_table()
        elif tag in ("td", "th") and self.table is not None:
            self._flush_cell(always=True)
        elif tag == "a" and self.links:
            self._link(*self.links.pop())
        elif tag in _MARKS and not self.preformatted:
            self.inline.append(f"\x01{_MARKS[tag]}")
        elif tag in _BLOCKS:
            self._flush()

    def _begin_item(self) -> None:
        number = self.lists[-1][0] if self.lists else 0
        if number:
            self.lists[-1][0] += 1
        self.marker = f"{number}.  " if number else "*   "

    def _link(self, start: int, target: str) -> None:
        start = min(start, len(self.inline))
        label = "".join(self.inline[start:])
        if target and label.strip("\x00\x01*_` \n") and "\n" not in label:
            bare = label.strip(" ")
            left, right = label[: len(label) - len(label.lstrip(" "))], label[len(label.rstrip(" ")) :]
            self.inline[start:] = [f"{left}[{bare}]({target}){right}"]

    def _flush_cell(self, always: bool = False) -> None:
        text = " ".join(_finished("".join(self.inline)).split())
        self.inline.clear()
        if self.table and (text or always):
            self.table[-1].append(text)

    def _flush_table(self) -> None:
        rows = [row for row in self.table or [] if any(row)]
        self.table = None
        if not rows:
            return
        if max(len(row) for row in rows) == 1:
            self.lines.extend(row[0] for row in rows)
            return
        width = max(len(row) for row in rows)
        cells = [[*row, *[""] * (width - len(row))] for row in rows]
        lines = ["| " + " | ".join(row) + " |" for row in cells]
        self.lines.append("\n".join([lines[0], "| " + " | ".join(["---"] * width) + " |", *lines[1:]]))

    def _flush(self) -> None:
        """End the current block."""
        if self.table is not None:
            if self.inline and not self.inline[-1].endswith(" "):
                self.inline.append(" ")
            return
        self.links = [(0, target) for _, target in self.links]
        raw = "".join(self.inline)
        self.inline.clear()
        if self.preformatted:
            if raw.strip():
                fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", raw)), default=0))
                self.lines.append(f"{fence}\n{raw.strip(chr(10))}\n{fence}")
            return
        text = _finished(raw)
        if not text:
            return
        if self.heading:
            self.lines.append("#" * self.heading + " " + " ".join(text.split()))
            return
        text = "\n".join(_escaped_start(line) for line in text.split("\n"))
        indent = "    " * max(0, len(self.lists) - 1)
        if self.marker:
            text = indent + self.marker + text.replace("\n", "\n" + indent + "    ")
            self.marker = ""
        elif self.lists:
            text = indent + "    " + text.replace("\n", "\n" + indent + "    ")
        if self.quotes:
            text = "\n".join("> " + line for line in text.split("\n"))
        self.lines.append(text)


def _finished(raw: str) -> str:
    """Resolve the marks of emphasis, and fold the white space around line breaks."""
    text = raw
    if "\x00" in raw or "\x01" in raw:
        for mark, emphasis in _EMPHASES:
            text = emphasis.sub(_emphasised, text.replace(f"\x01{mark}\x00{mark}", ""))
        text = _LONE_MARK.sub("", text)
    kept = [line.strip(" ") for line in _BLANKS.sub(" ", text).split("\n")]
    while kept and not kept[0]:
        kept.pop(0)
    while kept and not kept[-1]:
        kept.pop()
    return "  \n".join(line for line in kept if line)


def _emphasised(found: re.Match[str]) -> str:
    """Words between their marks, with the blanks at their ends outside; nothing is left around no words."""
    mark, before, words, after = found.groups()
    return f"{before}{mark}{words}{mark}{after}" if words else before + after


def _escaped_start(line: str) -> str:
    """Keep a line of text from being read as a heading, a list item or an underline."""
    found = _ESCAPED_AT_START.match(line)
    if not found:
        return line
    number = found.group(1) or ""
    return f"{number}\\{line[len(number) :]}"


def _target(node: LexborNode) -> str:
    """A link's target without tracking parameters; empty where it is none that one can follow."""
    target = (node.attributes.get("href") or "").strip()
    if not target or target.lower().startswith(("javascript:", "data:", "vbscript:")):
        return ""
    try:
        parts = urlsplit(target)
        if "?" in target:
            # What stays is left as it was written: the address must be the same, whether there was anything to remove.
            kept = [one for one in parts.query.split("&") if not _TRACKING.fullmatch(unquote_plus(one.split("=")[0]))]
            target = urlunsplit(parts._replace(query="&".join(kept)))
    except ValueError:
        return ""
    return re.sub(r"[\s<>()]", lambda found: f"%{ord(found.group()):02X}", target)
