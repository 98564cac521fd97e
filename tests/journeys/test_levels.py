"""Each way to a level, as the transcripts show it: a whole talk, with real mail on loopback."""

from pathlib import Path

import pytest

from benchmarks.level_talks import TALKS, TRANSCRIPTS, Talk, held


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.name)
async def test_r12_r16_r24_each_way_to_a_level(talk: Talk, tmp_path: Path) -> None:
    page = await held(talk, tmp_path)
    assert page.startswith(f"# {talk.title}\n")
    assert (TRANSCRIPTS / f"level-{talk.name}.md").read_text("utf-8").startswith(f"# {talk.title}")
