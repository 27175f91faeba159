"""Every frame's own example is coded: the marked trigger, the frame's root, and the marked participants."""

from __future__ import annotations

import pytest

from dateline.api import resources
from dateline.events import read_frames
from dateline.language import installed_model
from dateline.ontology import Ontology
from dateline.products.ontology_check import coded_examples

needs_model = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


@needs_model
def test_examples() -> None:
    coded = coded_examples(read_frames(Ontology.packaged()), resources())
    assert [f"{frame.id}: {problem}: {frame.example}" for frame, problem in coded if problem] == []
