"""Real people's questions, asked on every channel: `python -m benchmarks.talks`."""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.search_sets import DEFAULT, FaqSet, Query, faq_sets
from benchmarks.transcripts import TALKS, Talk, written
from intake.dialogue.state import Suggesting
from tests.journeys.desk import Desk
from tests.journeys.journey import Journey, Way, journey

SETS: Final = ("stackfaq_en", "banking77_k5", "roboai_de_a", "nlpjs_es_a")
WAYS: Final[tuple[Way, ...]] = ("telegram-polling", "slack-socket", "terminal")
EACH: Final = 5
"""Questions of each set."""
WHO: Final = {"en": "ana", "es": "eva", "de": "otto"}
TRANSCRIPTS: Final = Path(__file__).parents[1] / "docs" / "transcripts"


@dataclass(frozen=True, slots=True)
class Question:
    faq: str
    query: Query


def questions(sets: Sequence[FaqSet]) -> list[Question]:
    """Of each set, some questions that have an answer, evenly spread."""
    found = []
    for faq in sets:
        answerable = [query for query in faq.queries["plain"] if query.relevant]
        stride = len(answerable) // EACH
        found += [Question(faq.name, query) for query in answerable[::stride][:EACH]]
    return found


async def learned(desk: Desk, sets: Sequence[FaqSet]) -> None:
    """All the sets are one FAQ; the stories' own entries stay in it."""
    await desk.learns(*(entry for faq in sets for entry in faq.entries))


async def ask(trip: Journey, query: Query) -> str:
    """Ask as a person would; the id of the first suggestion that is on screen, or nothing."""
    person = trip.person(WHO[query.language], query.language)
    await person.says(query.text)
    state = await trip.desk.state(person.conversation)
    if not (isinstance(state.stage, Suggesting) and state.draft):
        await person.commands("cancel")
        return ""
    first = state.draft.shown[0]
    person.reads(" ".join(first.title.split())[:60])
    if first.id in query.relevant:
        key = "button-helped-by" if state.stage.count > 1 else "button-helped"
        await person.presses(trip.desk.parts.words.text(key, query.language, "1"))
    else:
        await person.commands("cancel")
    return first.id


async def answers(way: Way, asked: Sequence[Question], sets: Sequence[FaqSet]) -> list[str]:
    """The first suggestion to each question, asked one after the other on one channel."""
    with tempfile.TemporaryDirectory() as folder:
        async with journey(Path(folder), way) as trip:
            await learned(trip.desk, sets)
            return [await ask(trip, each.query) for each in asked]


async def transcript(talk: Talk, text: str, sets: Sequence[FaqSet]) -> str:
    """A whole talk that begins with these words, as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        async with journey(Path(folder), talk.way) as trip:
            await learned(trip.desk, sets)
            return await written(talk, trip, text)


def table(asked: Sequence[Question], found: dict[Way, list[str]], sets: Sequence[FaqSet]) -> str:
    """A line for each question, and the sums."""
    titles = {str(entry.id): entry.question for faq in sets for entry in faq.entries}
    lines = [f"{'set':13} {'question':48} {'first suggestion':40} right same"]
    right = same = 0
    for number, each in enumerate(asked):
        everywhere = {way: ids[number] for way, ids in found.items()}
        first = next(iter(everywhere.values()))
        is_right, is_same = first in each.query.relevant, len(set(everywhere.values())) == 1
        right, same = right + is_right, same + is_same
        shown = titles.get(first, "(nothing)")
        marks = f"{'yes' if is_right else 'no':5} {'yes' if is_same else 'NO'}"
        lines.append(f"{each.faq:13} {_cut(each.query.text, 48)} {_cut(shown, 40)} {marks}")
    lines.append(
        f"{len(asked)} questions: {right} right first, {same} the same on {len(found)} ways"
    )
    return "\n".join(lines)


async def run(folder: Path) -> None:
    sets = [faq for faq in faq_sets(folder) if faq.name in SETS]
    asked = questions(sets)
    print(table(asked, {way: await answers(way, asked, sets) for way in WAYS}, sets))
    TRANSCRIPTS.mkdir(parents=True, exist_ok=True)
    for talk in TALKS:
        of_set = [each.query.text for each in asked if each.faq == talk.faq]
        text = await transcript(talk, talk.words or of_set[talk.question], sets)
        file = TRANSCRIPTS / f"{talk.name}.md"
        file.write_text(text, "utf-8")
        print(f"wrote {file.relative_to(TRANSCRIPTS.parents[1])}")


def _cut(text: str, width: int) -> str:
    line = " ".join(text.split())
    return f"{line if len(line) <= width else line[: width - 1] + '…':{width}}"


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    missing = [name for name in SETS if not (folder / name / "entries.jsonl").is_file()]
    if missing:
        print(f"SKIPPED: no real questions to ask; {folder} lacks {', '.join(missing)}")
        return 0
    asyncio.run(run(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
