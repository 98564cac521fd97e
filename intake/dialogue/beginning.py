"""From the first words of a problem to suggestions, and from there on or away (R2)."""

from dataclasses import replace

from faq_index import Match
from intake.dialogue import form, learning, telling
from intake.dialogue.lifting import topic
from intake.dialogue.messages import Files, Judged
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import FilesRefused, FilesTaken, Say, Suggested
from intake.dialogue.screens import drafted, proceed, show
from intake.dialogue.state import (
    Answer,
    Describing,
    Draft,
    DraftFile,
    Idle,
    Part,
    Replying,
    State,
    Suggesting,
)
from intake.dialogue.turn import CountOutcome, FetchFiles, Turn, anytime
from intake.regulations.tongues import base
from intake.tickets import DraftId
from intake.tid import Tid

MOST_SUGGESTIONS = 3


def greet(state: State, scene: Scene) -> Turn:
    """Say what this is and what it is not (R5), and ask what is wrong."""
    if isinstance(state.stage, Replying):
        # The desk's answer may just have come in: a greeting does not end that exchange.
        return show(state, scene).after(Say("greeting"))
    if state.parked and state.draft:
        return ask_about_draft(state)
    return Turn(replace(state, stage=Describing()), (Say("greeting"),))


def ask_about_draft(state: State) -> Turn:
    """Shall we go on with it? The question that was on screen before can still be answered."""
    screen = tuple(dict.fromkeys([*state.screen, "resume", "drop"]))
    choices = (anytime("resume", "button-resume"), anytime("drop", "button-drop"))
    return Turn(replace(state, screen=screen), (Say("draft-waiting", choices=choices),))


def begin(state: State, scene: Scene, words: Part, related: tuple[Tid, ...] = ()) -> Turn:
    """These words are a problem: look for an answer to it in the FAQ, else go on to the form."""
    draft = form.answered(drafting(state, scene), Answer(form.PROBLEM, (words,)))
    draft = form.related(form.lifted(draft, words.text, words.ref, scene.playbook.policy), related)
    return suggest(replace(state, draft=draft, parked=False), scene, words.text)


def suggest(state: State, scene: Scene, text: str) -> Turn:
    """Show what the FAQ holds on this, unless it was shown before."""
    draft = drafted(state)
    known = {each.id for each in draft.shown}
    found = [
        match
        for match in scene.playbook.faq.search(
            topic(text),
            language=base(state.language),
            limit=MOST_SUGGESTIONS,
            floor=scene.playbook.policy.thresholds.maybe,
            scope=scene.scope,
        )
        if match.entry.id not in known
    ]
    if not found:
        turn = proceed(state, scene)
        said = (*_which_desk(state, scene), Say("nothing-found"))
        return turn.after(*said, effects=learning.missed(state))
    shown = (*draft.shown, *(_suggested(each, scene) for each in found))
    stage = Suggesting(len(found))
    turn = show(replace(state, stage=stage, draft=replace(draft, shown=shown)), scene)
    return turn.after(effects=(CountOutcome("shown", tuple(each.entry.id for each in found)),))


def add_words(state: State, scene: Scene, words: Part) -> Turn:
    """More words while suggestions are on screen: they join the problem."""
    draft = add_to_problem(drafted(state), words, scene)
    return suggest(replace(state, draft=draft), scene, draft.value(form.PROBLEM))


def add_to_problem(draft: Draft, words: Part, scene: Scene) -> Draft:
    """The draft with these words at the end of its description."""
    known = draft.answer(form.PROBLEM)
    parts = (*known.parts, words) if known else (words,)
    draft = form.answered(draft, Answer(form.PROBLEM, parts))
    return form.lifted(draft, words.text, words.ref, scene.playbook.policy)


def helped(state: State, scene: Scene, count: int, which: str = "") -> Turn:
    """A suggestion answered it: the talk ends well, and is counted.

    `which` of the last `count` shown is known where the person pressed its button, or where there
    was but one.
    """
    shown = drafted(state).shown[-count:]
    number = int(which) if which else count
    entry = shown[number - 1].id if which or count == 1 else None
    return Turn(
        replace(state, stage=Idle(), draft=None, parked=False, screen=()),
        (Say("helped", choices=(anytime("new", "button-new"),)),),
        learning.answered(state, scene, entry),
    )


def none_of_these(state: State, scene: Scene) -> Turn:
    """The suggestions did not help; they will be on the ticket (R2)."""
    said = (*_which_desk(state, scene), Say("form-begins"))
    return proceed(state, scene).after(*said, effects=learning.missed(state))


def take_files(state: State, scene: Scene, said: Files) -> Turn:
    """Files go onto the draft, which they may begin; each album is acknowledged once."""
    draft = drafting(state, scene)
    rules = scene.playbook.policy.attachments
    room = max(0, rules.max_files - len(draft.files))
    taken, left = said.files[:room], said.files[room:]
    follows = bool(said.album) and any(file.album == said.album for file in draft.files)
    files = (*draft.files, *(DraftFile(file.id, file.name, said.album) for file in taken))
    kept = replace(state, draft=replace(draft, files=files), parked=False)
    effects = (FetchFiles(taken, draft=draft.id),) if taken else ()
    if left:
        return show(kept, scene).after(
            Say("problem-too-many-files", str(rules.max_files)), effects=effects
        )
    if follows:
        return Turn(kept, effects=effects)
    if isinstance(kept.stage, Idle):
        kept = replace(kept, stage=Describing())
    names = tuple(file.name for file in taken)
    return show(kept, scene).after(FilesTaken(names), effects=effects)


def lose_files(state: State, scene: Scene, judged: Judged) -> Turn:
    """Files that could not be taken leave the draft; the person is told why (R9)."""
    refused = {each.id for each in judged.refused}
    if state.draft:
        files = tuple(file for file in state.draft.files if file.id not in refused)
        state = replace(state, draft=replace(state.draft, files=files))
    return show(state, scene).after(FilesRefused(judged.refused))


def _suggested(match: Match, scene: Scene) -> Suggested:
    sure = match.confidence >= scene.playbook.policy.thresholds.sure
    return replace(telling.suggested(match.entry), sure=sure)


def drafting(state: State, scene: Scene) -> Draft:
    """The draft in the works, or a new one, which replaces one that was laid aside."""
    if state.draft and not state.parked:
        return state.draft
    return Draft(DraftId(scene.message.id), scene.message.sent_at)


def _which_desk(state: State, scene: Scene) -> tuple[Say, ...]:
    """Told before anything is filed: which desk this is, where another one may be meant (R39), and
    what it answers in, where that is not the person's language (R38)."""
    policy = scene.playbook.policy
    elsewhere = (Say("desk-panel"),) if policy.panel_desk else ()
    if policy.answers_in(state.language):
        return elsewhere
    return (*elsewhere, Say("desk-languages", ",".join(policy.languages)))
