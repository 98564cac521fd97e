"""A report as a picture for a wall: what became of each week's questions, and of which entries."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake.desk.reporting import EntryReport, Report, Tally, Week
from intake.errors import IntakeError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Blue, orange and grey are told apart by everybody, and in print without colour by their lightness.
_HELPED: Final = "#0072B2"
_REFUSED: Final = "#F0A830"
_NOTHING: Final = "#C9CDD2"
_INK: Final = "#1F2933"
_FAINT: Final = "#616E7C"
_MOST_ENTRIES: Final = 8
_LONGEST: Final = 46


class PlotImpossible(IntakeError):
    """A plot needs matplotlib, which is not installed here: `make plots` installs it."""


class UnknownPicture(IntakeError):
    """A plot is a .png or a .svg file."""


def plot(report: Report, file: Path) -> None:
    """Draw it into a new file. Raises PlotImpossible, UnknownPicture and OSError."""
    if file.suffix.lower() not in {".png", ".svg"}:
        raise UnknownPicture
    try:
        from matplotlib import rc_context  # noqa: PLC0415 - only who draws needs it
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError:
        raise PlotImpossible from None
    with rc_context({"font.size": 11, "text.color": _INK, "svg.fonttype": "none"}):
        figure = Figure(figsize=(13, 6.6), facecolor="white")
        left, right = figure.subplots(1, 2, width_ratios=(1.25, 1))
        figure.subplots_adjust(left=0.05, right=0.975, top=0.75, bottom=0.12, wspace=0.12)
        figure.text(0.05, 0.93, title(report), fontsize=21, fontweight="bold", va="center")
        figure.text(0.05, 0.865, subtitle(report), fontsize=12.5, color=_FAINT, va="center")
        _weeks(left, report)
        _entries(right, report.entries[:_MOST_ENTRIES])
        figure.savefig(file, dpi=150)


def title(report: Report) -> str:
    """What the picture says."""
    total = report.total
    if not total.asked:
        return "Nobody has asked the FAQ yet"
    return f"The FAQ answered {_share(total)} % of {total.asked:,} questions".replace(",", " ")


def subtitle(report: Report) -> str:
    """What became of the others, and since when."""
    total, first = report.total, report.weeks[0].monday
    return (
        f"{total.helped} helped · {total.refused} shown, did not help · "
        f"{total.none_found} found nothing · {total.filed} tickets after suggestions · "
        f"{len(report.weeks)} weeks from {first.day} {first:%B %Y}"
    )


def _weeks(axes: "Axes", report: Report) -> None:
    _bare(axes, "What became of each week's questions")
    weeks = report.weeks
    places = range(len(weeks))
    helped = [week.tally.helped for week in weeks]
    refused = [week.tally.refused for week in weeks]
    nothing = [week.tally.none_found for week in weeks]
    both = [a + b for a, b in zip(helped, refused, strict=True)]
    axes.bar(places, helped, 0.72, color=_HELPED)
    axes.bar(places, refused, 0.72, bottom=helped, color=_REFUSED)
    axes.bar(places, nothing, 0.72, bottom=both, color=_NOTHING)
    highest = max((week.tally.asked for week in weeks), default=0) or 1
    axes.set_ylim(0, highest * 1.16)
    for place, week in zip(places, weeks, strict=True):
        _share_on(axes, place, week, highest)
    axes.set_xticks(list(places), [f"{w.monday.day}\n{_month(w, weeks)}" for w in weeks])
    axes.set_yticks([])
    _key(axes)


def _share_on(axes: "Axes", place: int, week: Week, highest: int) -> None:
    if week.tally.asked:
        above = week.tally.asked + highest * 0.02
        axes.text(place, above, f"{_share(week.tally)} %", ha="center", fontsize=9.5, color=_HELPED)


def _key(axes: "Axes") -> None:
    names = (("helped, with its share above", _HELPED), ("did not help", _REFUSED))
    at = 0.0
    for name, color in (*names, ("nothing found", _NOTHING)):
        axes.text(at, 1.015, "■", color=color, transform=axes.transAxes, fontsize=13)
        axes.text(at + 0.028, 1.018, name, transform=axes.transAxes, fontsize=10.5)
        at += 0.075 + 0.0145 * len(name)


def _entries(axes: "Axes", entries: tuple[EntryReport, ...]) -> None:
    _bare(axes, "The entries shown most often")
    axes.set_xticks([])
    axes.set_yticks([])
    most = max((each.tally.shown for each in entries), default=1)
    for row, each in enumerate(entries):
        tally = each.tally
        axes.barh(row, tally.shown, 0.34, color=_NOTHING)
        axes.barh(row, tally.helped + tally.refused, 0.34, color=_REFUSED)
        axes.barh(row, tally.helped, 0.34, color=_HELPED)
        axes.text(0, row - 0.27, _cut(each.entry.question), fontsize=10.5, va="bottom")
        told = f"{tally.helped} of {tally.shown}"
        axes.text(tally.shown + most * 0.02, row, told, fontsize=10, va="center", color=_FAINT)
    axes.spines["bottom"].set_visible(False)
    axes.set_xlim(0, most * 1.22)
    axes.set_ylim(_MOST_ENTRIES - 0.4, -0.75)
    if entries:
        note = "helped, of the times shown; grey: another one helped, or no word"
        axes.text(0, 1.018, note, transform=axes.transAxes, fontsize=10.5, color=_FAINT)


def _bare(axes: "Axes", heading: str) -> None:
    axes.set_title(heading, loc="left", fontsize=13.5, fontweight="bold", pad=26)
    for name, spine in axes.spines.items():
        spine.set_visible(name == "bottom")
        spine.set_color(_NOTHING)
    axes.tick_params(length=0, colors=_FAINT)


def _share(tally: Tally) -> int:
    return round(100 * tally.helped / tally.asked)


def _month(week: Week, weeks: tuple[Week, ...]) -> str:
    """Named once, under its first week."""
    first = next(each for each in weeks if each.monday.month == week.monday.month)
    return f"{week.monday:%b}" if first is week else ""


def _cut(question: str) -> str:
    return question if len(question) <= _LONGEST else f"{question[: _LONGEST - 1].rstrip()}…"
