"""The hostile commands: what is run, in a copy of which folder, and what it may write."""

from . import files, folders, models, streams, words
from .case import OWN_FOLDERS, Case
from .running import Command


def make_cases(chance, count, program, environment, can_mount):
    """At least `count` cases, the same for the same state of `chance`."""
    cases = []

    def add(kind, words, prepare=None, new=OWN_FOLDERS, changing=(), env=None, **streams):
        command = Command(words=words, environment={**environment, **(env or {})}, **streams)
        cases.append(Case(kind, command, prepare, new, changing))

    files.add_files(chance, add)
    words.add_options(chance, add, program, environment)
    words.add_words(chance, add)
    models.add_models(chance, add)
    folders.add_folders(add, can_mount)
    streams.add_signals(add)
    streams.add_terminals(chance, add)
    files.add_keyboards(chance, add)
    streams.add_environments(add)
    while len(cases) < count:
        files.add_files(chance, add)
    return cases
