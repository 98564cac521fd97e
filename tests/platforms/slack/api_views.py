"""What views.* methods do: modals on a stack of three, and the home tab."""

from dataclasses import replace

from tests.platforms.slack import limits, payloads
from tests.platforms.slack.blockkit import check_view
from tests.platforms.slack.messages import named
from tests.platforms.slack.refusal import Refused
from tests.platforms.slack.rules import Json
from tests.platforms.slack.workspace import OpenView, Workspace


def open_view(workspace: Workspace, args: Json) -> Json:
    """views.open: a modal in the place of whatever was open."""
    check_view(args["view"], "modal")
    user = workspace.spend_trigger(args.get("trigger_id"))
    workspace.modals[user] = []
    return _answer(stack(workspace, user, args["view"]))


def push(workspace: Workspace, args: Json) -> Json:
    """views.push: a modal over the open one."""
    check_view(args["view"], "modal")
    return _answer(stack(workspace, workspace.spend_trigger(args.get("trigger_id")), args["view"]))


def stack(workspace: Workspace, user: str, view: Json) -> OpenView:
    """Lay a modal on the person's screen; the stack holds three (`push_limit_reached`)."""
    below = workspace.modals.setdefault(user, [])
    if len(below) >= limits.VIEW_STACK:
        raise Refused("push_limit_reached")
    opened = _new(workspace, user, view)
    if below:
        opened = replace(opened, root=below[0].id, previous=below[-1].id)
    below.append(opened)
    workspace.screens[user].refresh()
    return opened


def update(workspace: Workspace, args: Json) -> Json:
    """views.update: by `view_id` or `external_id`, refused when `hash` is no longer the view's."""
    if "view_id" in args and "external_id" in args:
        line = "[ERROR] Cannot provide both `view_id` and `external_id`"
        raise Refused("invalid_arguments", (line,))
    before = _find(workspace, args)
    check_view(args["view"], str(before.shown["type"]))
    if args.get("hash", before.hash) != before.hash:
        raise Refused("hash_conflict")
    return _answer(exchange(workspace, before, args["view"]))


def exchange(workspace: Workspace, before: OpenView, view: Json) -> OpenView:
    """Put a view in the place of one on screen."""
    new = _new(workspace, before.user, view)
    after = replace(new, id=before.id, root=before.root, previous=before.previous)
    if workspace.homes.get(before.user) == before:
        workspace.homes[before.user] = after
    else:
        open_now = workspace.modals[before.user]
        open_now[open_now.index(before)] = after
    workspace.screens[before.user].refresh()
    return after


def publish(workspace: Workspace, args: Json) -> Json:
    """views.publish: the person's home tab."""
    check_view(args["view"], "home")
    user = args["user_id"]
    if user not in workspace.people:
        raise Refused("user_not_found")
    before = workspace.homes.get(user)
    if before and args.get("hash", before.hash) != before.hash:
        raise Refused("hash_conflict")
    workspace.homes[user] = _new(workspace, user, args["view"])
    workspace.screens[user].refresh()
    return _answer(workspace.homes[user])


def answer_submission(workspace: Workspace, submitted: OpenView, answer: Json) -> Json:
    """Do what the acknowledgement of a submission asks for; return the errors by block id.

    https://docs.slack.dev/surfaces/modals#updating_response: nothing closes the view.
    """
    open_now = workspace.modals[submitted.user]
    match answer.get("response_action"):
        case None:
            open_now.remove(submitted)
        case "clear":
            open_now.clear()
        case "errors":
            _check_errors(submitted, answer)
            workspace.screens[submitted.user].refresh()
            return dict(answer["errors"])
        case "update":
            check_view(answer.get("view"), "modal")
            exchange(workspace, submitted, answer["view"])
        case "push":
            check_view(answer.get("view"), "modal")
            stack(workspace, submitted.user, answer["view"])
        case other:
            raise Refused("invalid_arguments", (f"[ERROR] unknown response_action: {other}",))
    workspace.screens[submitted.user].refresh()
    return {}


def _check_errors(submitted: OpenView, answer: Json) -> None:
    errors = answer.get("errors")
    inputs = {b["block_id"] for b in submitted.shown["blocks"] if b["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise Refused("invalid_arguments", ("[ERROR] errors must name input blocks of the view",))


def _find(workspace: Workspace, args: Json) -> OpenView:
    everywhere = [view for views in workspace.modals.values() for view in views]
    for opened in (*everywhere, *workspace.homes.values()):
        if args.get("view_id") == opened.id:
            return opened
        if "external_id" in args and args["external_id"] == opened.external_id:
            return opened
    raise Refused("not_found")


def _new(workspace: Workspace, user: str, view: Json) -> OpenView:
    shown = {**view, "blocks": list(named(view["blocks"], workspace.new_id))}
    ids = workspace.new_id("V"), user, workspace.new_id("hash.")
    return OpenView(*ids, shown, view.get("external_id") or None)


def _answer(opened: OpenView) -> Json:
    return {"view": payloads.view(opened)}
