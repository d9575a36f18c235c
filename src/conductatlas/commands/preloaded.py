"""What processes that read and judge pages need, loaded once for all of them by importing this file.

That is the model and the patterns, and what tells languages apart: half a second of work, and most of their memory.
"""

from conductatlas.changes import begin_elsewhere
from conductatlas.provisions import default_finder

_ENGLISH = (
    "You and we agree that any dispute will be resolved by binding arbitration, and not in court. You may opt out"
    " within 30 days of accepting these terms by writing to us at the address below.\n\n"
    "We may share your personal data with our affiliates and service providers to provide and improve our services.\n"
)
_GERMAN = (
    "Wir verarbeiten personenbezogene Daten, um unsere Dienste bereitzustellen und zu verbessern. Sie können der"
    " Verarbeitung jederzeit widersprechen, indem Sie sich an die unten genannte Adresse wenden.\n"
)

for _text in (_ENGLISH, _GERMAN):
    begin_elsewhere(default_finder, _text.encode())
