"""Says what is wrong with an outcome: each fault is a kind and a sentence."""

import hashlib
import json
import os
import re
import stat

STATUSES = {0, 1, 64, 129, 130, 141, 143}
# Resident bytes at most: a search for words in the largest model at hand takes 220 MB.
MOST_MEMORY = 700 << 20
# Colours that the program never uses, for texts that try to set them.
FOREIGN_COLOUR = b"\x1b[7;35m"

_TRACE = re.compile(
    rb"Fatal error|Precondition failed|Program crashed|Backtrace|Traceback|[Ss]tack trace"
    rb"|\.swift:\d+|\bat 0x[0-9a-f]{6}|AddressSanitizer")
_TEMPORARY = re.compile(r"^\.textgen-.*\.tmp$|\.tmp$|~$|^\.nfs")
_OWN_SEQUENCES = re.compile(r"\x1b\[[0-9;]*[mK]")
_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def snapshot(folder):
    """What lies in the folder: for each path its kind and content."""
    found = {}
    for base, folders, files in os.walk(os.fsencode(folder)):
        for name in folders + files:
            path = os.path.join(base, name)
            try:
                found[os.path.relpath(path, os.fsencode(folder))] = _content(path)
            except FileNotFoundError:
                pass
    return found


def _content(path):
    mode = os.lstat(path).st_mode
    if stat.S_ISLNK(mode):
        return ("link", os.readlink(path))
    if stat.S_ISDIR(mode):
        return ("folder",)
    if not stat.S_ISREG(mode):
        return ("special", stat.S_IFMT(mode))
    try:
        with open(path, "rb") as file:
            return ("file", hashlib.sha1(file.read()).hexdigest())
    except PermissionError:
        return ("closed file", os.lstat(path).st_size)


def faults(command, outcome, before, after, new=(), changing=(), memory=MOST_MEMORY):
    """The faults of a run. Paths may be made below `new` and changed below `changing`."""
    found = list(_ending(command, outcome, memory))
    found += _conversation(command, outcome)
    found += _files(before, after, new, changing)
    return found


def _ending(command, outcome, memory):
    status = outcome.status
    sent = {number for number in command.signals if number != "leave"}
    if outcome.killed == "hang":
        yield "hang", "it had to be killed after %.0f s" % outcome.seconds
    elif outcome.killed == "flood":
        yield "flood", "it wrote without end"
    elif status < 0 and -status not in sent:
        yield "crash", "signal %d ended it" % -status
    elif status >= 0 and status not in STATUSES:
        yield "status", "exit status %d" % status
    if outcome.memory > memory:
        yield "memory", "%d MB resident" % (outcome.memory >> 20)
    if outcome.left:
        yield "process", "a process of it went on"


def _conversation(command, outcome):
    """What both streams say."""
    on_terminal = command.columns is not None
    text = outcome.output if on_terminal else outcome.error
    if _TRACE.search(text) or _TRACE.search(outcome.error):
        yield "trace", "it shows a stack trace or the source"
    shown = text.decode("utf-8", "replace")
    if on_terminal:
        shown = shown.replace("\r\n", "\n")
        plain = "NO_COLOR" in command.environment or command.environment.get("TERM") == "dumb"
        if FOREIGN_COLOUR in text or plain and re.search(r"\x1b\[[0-9;]*m", shown):
            yield "escape", "a colour that is not its own reaches the terminal"
        shown = _OWN_SEQUENCES.sub("", shown).replace("\r", "")
    acting = _ACTING.search(shown)
    if acting:
        yield "escape", "U+%04X reaches the terminal" % ord(acting.group())
    if 2 in command.closed or outcome.killed or outcome.status not in (0, 1, 64, 129, 130, 143):
        return
    lines = [line for line in shown.split("\n") if line.startswith(("textgen: error: ", "textgen: erro: "))]
    expected = 1 if outcome.status in (1, 64) else 0
    if len(lines) != expected:
        yield "error line", "exit status %d with %d lines of error" % (outcome.status, len(lines))
    if on_terminal:
        return
    if outcome.status == 64 and outcome.output:
        yield "error line", "wrong usage, but something on standard output"
    if outcome.status == 0 and "--json" in command.words and command.sink is None:
        yield from _json(outcome.output)


def _json(output):
    try:
        for line in output.decode("utf-8").split("\n"):
            if line:
                json.loads(line)
    except ValueError as error:
        yield "json", "standard output is not JSON: %s" % error


def _files(before, after, new, changing):
    def below(path, folders):
        return any(
            path == os.fsencode(folder) or path.startswith(os.fsencode(folder) + b"/")
            for folder in folders)

    for path, content in sorted(before.items()):
        if after.get(path) != content and not below(path, changing):
            what = "gone" if path not in after else "replaced"
            yield "files", "%r was %s" % (os.fsdecode(path), what)
    for path in sorted(set(after) - set(before)):
        if _TEMPORARY.search(os.fsdecode(os.path.basename(path))):
            yield "leftover", "%r was left" % os.fsdecode(path)
        elif not below(path, new) and not below(path, changing):
            yield "files", "%r was made" % os.fsdecode(path)
