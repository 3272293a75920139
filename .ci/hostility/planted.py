"""Faults of each kind in small stand-ins for the program: the checks must report every one of them."""

import os
import shutil
import signal

from . import checking, places
from .running import Command, run

# The script of a stand-in, the kinds of faults that must be reported, and how it is run.
_STAND_INS = [
    ("echo bom; exit 0", set(), {}),
    ("echo 'textgen: error: nada' >&2; exit 1", set(), {}),
    ("echo 'textgen: error: nada' >&2; exit 64", set(), {}),
    ("exit 143", set(), {}),
    ("echo '{\"a\":1}'; printf '\\033[1mbom\\033[0m\\n' > /dev/null", set(), {"words": ["--json"]}),
    ("printf '\\r42 %%\\033[K\\r\\033[K\\033[1mbom\\033[0m\\n'", set(), {"columns": 40}),
    ("kill -SEGV $$", {"crash"}, {}),
    ("kill -ILL $$", {"crash"}, {}),
    ("kill -ABRT $$", {"crash"}, {}),
    ("sleep 60", {"hang"}, {}),
    ("trap '' TERM; echo pronto; while :; do sleep 1; done", {"hang"},
     {"event": ("out", b"pronto", 1), "signals": (signal.SIGTERM,)}),
    ("echo pronto; exec sleep 60", set(),
     {"event": ("out", b"pronto", 1), "signals": (signal.SIGTERM,)}),
    ("echo pronto; sleep 0.2; kill -SEGV $$", {"crash"},
     {"event": ("out", b"pronto", 1), "signals": (signal.SIGCHLD,)}),
    ("yes", {"flood"}, {}),
    ("exit 2", {"status"}, {}),
    ("exit 127", {"status"}, {}),
    ("echo 'textgen: error: nada' >&2; echo 'Fatal error: Index out of range' >&2; exit 1", {"trace"}, {}),
    ("echo 'x.swift:12: oh' >&2", {"trace"}, {}),
    ("printf 'textgen: error: \\033[31mnada\\n' >&2; exit 1", {"escape"}, {}),
    ("printf 'nota \\342\\200\\256 virada\\n' >&2", {"escape"}, {}),
    ("printf 'sino \\007\\n' >&2", {"escape"}, {}),
    ("printf '\\033]0;meu\\007\\n'", {"escape"}, {"columns": 40}),
    ("printf '\\033[7;35mcor\\033[0m\\n'", {"escape"}, {"columns": 40}),
    ("printf '\\033[1mcor\\033[0m\\n'", {"escape"}, {"columns": 40, "environment": {"TERM": "dumb"}}),
    ("exit 1", {"error line"}, {}),
    ("echo nada >&2; exit 1", {"error line"}, {}),
    ("echo 'textgen: error: a' >&2; echo 'textgen: error: b' >&2; exit 1", {"error line"}, {}),
    ("echo 'textgen: error: a' >&2", {"error line"}, {}),
    ("echo uso; echo 'textgen: error: a' >&2; exit 64", {"error line"}, {}),
    ("echo x >> notas/diario.txt", {"files"}, {}),
    ("rm notas/diario.txt", {"files"}, {}),
    ("rm notas/diario.txt; mkdir notas/diario.txt", {"files"}, {}),
    ("ln -sf carta.docx notas/diario.txt", {"files"}, {}),
    ("printf y | dd of=notas/carta.docx bs=1 seek=9 conv=notrunc 2> /dev/null", {"files"}, {}),
    ("mv notas outras", {"files"}, {}),
    ("echo > lixo", {"files"}, {}),
    ("echo > tmp/lixo", {"files"}, {}),
    ("mkdir novo; echo > novo/.textgen-12-ab.tmp", {"leftover"}, {}),
    ("mkdir novo; echo > novo/modelo", set(), {}),
    ("exec python3 -c 'x = bytearray(500 << 20)'", {"memory"}, {}),
    ("echo '{\"a\":'", {"json"}, {"words": ["--json"]}),
    ("sleep 60 > /dev/null 2>&1 & exit 0", {"process"}, {}),
]


def check(scratch, environment):
    """Raises where a planted fault is not reported, or something is that was not planted."""
    template = os.path.join(scratch, "plantado")
    os.makedirs(os.path.join(template, "tmp"))
    places.write(template, "notas/diario.txt", b"Hoje choveu.\n")
    places.write(template, "notas/carta.docx", bytes(100))
    before = checking.snapshot(template)
    for number, (script, expected, streams) in enumerate(_STAND_INS):
        folder = os.path.join(scratch, "plantado-%d" % number)
        shutil.copytree(template, folder, symlinks=True)
        program = os.path.join(scratch, "stand-in-%d" % number)
        with open(program, "w") as file:
            file.write("#!/bin/sh\n" + script + "\n")
        os.chmod(program, 0o755)
        command = Command(**{"words": [], "environment": environment, **streams})
        if "environment" in streams:
            command.environment = {**environment, **streams["environment"]}
        outcome = run(command, program, folder, limit=1.5)
        found = checking.faults(
            command, outcome, before, checking.snapshot(folder), new=("novo",), memory=350 << 20)
        kinds = {kind for kind, _ in found}
        if kinds != expected and not (expected and expected <= kinds):
            raise SystemExit(
                "error: of the stand-in `%s` %s was reported, but %s is planted" % (
                    script, sorted(kinds) or "nothing", sorted(expected) or "nothing"))
    return len(_STAND_INS), sum(1 for _, kinds, _ in _STAND_INS if kinds)
