"""From a letter to a message, no larger than what mail programs show whole."""

from __future__ import annotations

import quopri
from collections.abc import Callable, Sequence

from conductatlas.monitoring.messages.footing import footing
from conductatlas.monitoring.messages.letter import Letter, with_subject
from conductatlas.monitoring.messages.mail import write_html
from conductatlas.monitoring.messages.message import Message
from conductatlas.monitoring.messages.text import write_text
from conductatlas.monitoring.messages.told import Limits
from conductatlas.monitoring.messages.values import write_values
from conductatlas.monitoring.models import Channel, Watch

# Some programs cut what is longer than 102 KB. Both forms, as they travel, with room for headers.
_LARGEST = 90_000


def write(
    compose: Callable[[Limits], Letter], limits: Sequence[Limits], channel: Channel, watches: Sequence[Watch] = ()
) -> Message:
    """The letter that `compose` makes within the first of the limits, the widest first, that is small enough to send.

    The last of them is taken however large the letter comes out; it must be so narrow that no letter is too large.
    `watches` are those that the letter names in `because`, in the same order.
    """
    for one in limits:
        message = _written(with_subject(compose(one)), channel, watches)
        if _size(message) <= _LARGEST:
            break
    return message


def _written(letter: Letter, channel: Channel, watches: Sequence[Watch]) -> Message:
    foot = footing(letter, channel)
    return Message(
        subject=letter.subject,
        text=write_text(letter, foot),
        html=write_html(letter, foot),
        values=write_values(letter, watches),
        headers=dict(foot.headers),
    )


def _size(message: Message) -> int:
    """How many bytes both forms take at most, encoded for mail."""
    return sum(len(quopri.encodestring(part.encode())) for part in (message.text, message.html))
