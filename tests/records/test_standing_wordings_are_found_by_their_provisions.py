"""What stands in a document is looked up by its provisions, however much stands in others."""

from __future__ import annotations

import pytest
from django.db import connection

from conductatlas.records.models import Wording
from tests.records.worlds import ARBITRATION, LAW, history, text


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="other databases plan by what their tables hold")
def test_the_standing_wordings_of_a_document_are_found_by_their_index() -> None:
    changes = history(text(ARBITRATION, LAW), text(LAW))
    standing = Wording.standing().filter(provision__document=changes[0].document)
    assert [one.passage.text for one in standing] == [LAW]
    assert "records_wording USING INDEX standing_wording" in standing.explain()
