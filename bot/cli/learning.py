"""`tidings faq misses`, `wordings`: what people asked in vain, and words that found an answer."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.app.parts import now
from bot.cli.asking import look, record
from bot.cli.errors import expected
from bot.cli.printing import console, counted, fixed, table
from faq_index import Entry, EntryId
from faq_index.links import refusal
from faq_index.misses import Cluster
from faq_index.seeding.entries import id_of
from intake.desk import asked_in_vain, learning
from intake.errors import IntakeError
from intake.misses import OfferedWording, WordingId
from intake.ports import Reading, Work

BY = "cli"
MOST = 50
MOST_WORDINGS = 5

Show = Annotated[int, typer.Option(metavar="N", help="Each question of the group of number N.")]
Answer = Annotated[
    tuple[int, str],
    typer.Option(metavar="N ENTRY", help="The entry of this id answers the group of number N."),
]
Add = Annotated[int, typer.Option(metavar="N", help="Write an entry that answers group N.")]
Accept = Annotated[list[int], typer.Option(metavar="N", help="Take it; may be said again.")]
Refuse = Annotated[list[int], typer.Option(metavar="N", help="Do not; may be said again.")]
Limit = Annotated[int, typer.Option(min=1, help="So many at most.")]


class NotALink(IntakeError):
    """This is no link that people can be given."""


def add_to(app: typer.Typer) -> None:
    """Add the commands to those of the FAQ."""
    for command in (misses, wordings):
        app.command()(command)


def misses(show: Show = 0, answer: Answer = (0, ""), add: Add = 0, limit: Limit = MOST) -> None:
    """What people asked in vain: similar questions together, what most people ask first."""
    with expected():
        if show:
            console().print(_page(look(partial(_like, number=show))))
        elif add:
            _write(look(partial(_like, number=add)))
        elif answer[0]:
            number, entry = answer
            cluster = look(partial(_like, number=number))
            _told(record(partial(_answer, cluster=cluster, entry=EntryId(entry))), cluster)
        else:
            _list(look(lambda reading: asked_in_vain.missed(reading, now(), limit)))


def wordings(accept: Accept = [], refuse: Refuse = [], limit: Limit = MOST) -> None:  # noqa: B006
    """Words of people whom an entry helped, to be accepted as a wording of it, or refused."""
    with expected():
        for number in accept:
            entry = record(partial(_accept, number=number))
            typer.echo(f"{number}: now a wording of {entry.id}, {entry.question}")
        for number in refuse:
            record(partial(_refuse, number=number))
            typer.echo(f"{number}: refused.")
        if not (accept or refuse):
            _offered(look(lambda reading: learning.offered(reading, limit)))


def _list(found: asked_in_vain.Missed) -> None:
    if not found.listed:
        console().print("Nobody has asked in vain lately.")
        return
    columns = (fixed("N"), "people", "asked", "lang", "for example", fixed("first"), fixed("last"))
    listed = table(*columns)
    for each in found.listed:
        first, last = (f"{at:%Y-%m-%d}" for at in (each.asked[0].at, each.asked[-1].at))
        numbers = (str(each.number), str(each.people), str(len(each.asked)))
        listed.add_row(*numbers, each.language, Text(each.sample), first, last)
    console().print(listed)
    groups = counted(len(found.listed) + found.more, "group", "groups")
    console().print(
        f"{groups}. `--show N` shows the questions of one, `--add N` writes an entry for it, "
        "`--answer N ENTRY` says which entry answers it.",
        soft_wrap=True,
    )


def _page(cluster: Cluster) -> Table:
    listed = table(fixed("N"), fixed("asked"), "words")
    for each in cluster.asked:
        listed.add_row(str(each.number), f"{each.at:%Y-%m-%d %H:%M}", Text(each.words))
    return listed


def _write(cluster: Cluster) -> None:
    """Ask for an entry, line by line; nothing is kept before the last answer."""
    console().print(_page(cluster))
    typer.echo("An entry for these. What is in brackets is taken where you only press Enter.")
    question = typer.prompt("Question", default=next(iter(cluster.wordings), cluster.sample))
    answer = typer.prompt("Answer, in a sentence or two", default="", show_default=False)
    url = typer.prompt("Link", default="", show_default=False)
    if url and (reason := refusal(url)):
        raise NotALink(f"The link {reason}.")
    others = _others(cluster, question)
    for each in others:
        typer.echo(f"  {each}")
    if others and not typer.confirm("Are these other wordings of it?", default=True):
        others = ()
    entry = Entry(
        id=id_of(question, cluster.language),
        question=question,
        answer=answer,
        url=url,
        language=cluster.language,
        wordings=others,
    )
    told = record(partial(_add, cluster=cluster, entry=entry))
    typer.echo(f"Added: {entry.id}")
    _told(told, cluster)


def _others(cluster: Cluster, question: str) -> tuple[str, ...]:
    return tuple(words for words in cluster.wordings if words != question)[:MOST_WORDINGS]


def _told(people: int, cluster: Cluster) -> None:
    answered = counted(len(cluster.asked), "question is", "questions are")
    told = counted(people, "person who wanted to know is", "people who wanted to know are")
    told = f"{told} told." if people else "Nobody had asked to be told."
    typer.echo(f"{answered} answered. {told}")


def _offered(offered: Sequence[tuple[OfferedWording, Entry]]) -> None:
    if not offered:
        console().print("No wording waits.")
        return
    listed = table(fixed("N"), "times", "lang", "words", "found the entry")
    for each, entry in offered:
        numbers = (str(each.id), str(each.times))
        listed.add_row(*numbers, each.language, Text(each.words), Text(entry.question))
    console().print(listed)
    console().print("`--accept N` makes it a wording of its entry, `--refuse N` does not.")


def _like(reading: Reading, number: int) -> Cluster:
    return asked_in_vain.missed_like(reading, number, now())


def _answer(work: Work, cluster: Cluster, entry: EntryId) -> int:
    return learning.answer(work, [each.number for each in cluster.asked], entry, now())


def _add(work: Work, cluster: Cluster, entry: Entry) -> int:
    return learning.add(work, [each.number for each in cluster.asked], entry, now(), BY)


def _accept(work: Work, number: int) -> Entry:
    return learning.accept(work, WordingId(number), now(), BY)


def _refuse(work: Work, number: int) -> OfferedWording:
    return learning.refuse(work, WordingId(number), now(), BY)
