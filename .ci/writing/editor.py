#!/usr/bin/env python3
"""An editor, by its bytes, with `textgen lsp`: how soon it is greeted, how long lists take letter by letter and after
jumps, what a change of a large document costs, and how much memory all that takes. And the server ends where its
editor has ended, though standard input is still open.

editor.py PROGRAM"""

import json
import os
import statistics
import subprocess
import sys
import threading
import time

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TYPED = "Ela abriu a janela devagar e olhou para o céu, onde as primeiras estrelas ainda tremiam. "


class Editor:
    """A client of a server of its own."""

    def __init__(self, process=None):
        begin = time.monotonic()
        self.server = subprocess.Popen(
            [PROGRAM, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.answers, self.came = {}, threading.Condition()
        threading.Thread(target=self.read, daemon=True).start()
        self.number = 0
        self.request("initialize", {
            "processId": process, "capabilities": {"general": {"positionEncodings": ["utf-16"]}}})
        self.greeted = 1000 * (time.monotonic() - begin)
        self.notify("initialized", {})
        self.version = 0

    def read(self):
        stream = self.server.stdout
        while header := stream.readline():
            if not header.lower().startswith(b"content-length:"):
                continue
            stream.readline()
            message = json.loads(stream.read(int(header.split(b":")[1])))
            with self.came:
                if "id" in message:
                    self.answers[message["id"]] = message
                self.came.notify_all()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def notify(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def request(self, method, parameters):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": parameters})
        with self.came:
            if not self.came.wait_for(lambda: self.number in self.answers, 120):
                raise SystemExit(f"error: {method} is not answered")
        return self.answers.pop(self.number)

    def open(self, name, text):
        self.notify("textDocument/didOpen", {
            "textDocument": {"uri": name, "languageId": "markdown", "version": 1, "text": text}})

    def write(self, name, line, column, text):
        place = {"line": line, "character": column}
        self.version += 1
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": name, "version": self.version},
            "contentChanges": [{"range": {"start": place, "end": place}, "text": text}]})

    def words(self, name, line, column):
        answer = self.request("textDocument/completion", {
            "textDocument": {"uri": name}, "position": {"line": line, "character": column},
            "context": {"triggerKind": 1}})
        if "result" not in answer:
            raise SystemExit(f"error: words are answered by {answer}")
        return answer["result"]["items"]

    @property
    def megabytes(self):
        with open(f"/proc/{self.server.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * 4096 / 1e6

    def leave(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        if self.server.wait(20) != 0:
            raise SystemExit("error: the server does not end well")


def timed(body):
    begin = time.monotonic()
    found = body()
    return 1000 * (time.monotonic() - begin), found


def shown(times):
    return f"p50 {statistics.median(times):.1f}, p95 {sorted(times)[len(times) * 95 // 100]:.1f} ms"


def prose(count):
    """So many bytes of stories, or some more."""
    with open(os.path.join(ROOT, "corpora/contos-pt.txt"), encoding="utf-8") as file:
        text = file.read()
    return text * (count // len(text.encode()) + 1)


def writes():
    editor = Editor()
    text = prose(1)[:4000]
    editor.open("a", text + "\n")
    line = text.count("\n") + 1
    editor.words("a", line, 0)
    typing, found = [], 0
    for column in range(len(TYPED)):
        def letter():
            editor.write("a", line, column, TYPED[column])
            return editor.words("a", line, column + 1)
        taken, items = timed(letter)
        typing.append(taken)
        found += bool(items)
    if found < len(TYPED) // 2:
        raise SystemExit(f"error: only {found} of {len(TYPED)} places have words")
    lines = [number for number, content in enumerate(text.split("\n")) if len(content) > 20]
    jumps = [timed(lambda: editor.words("a", lines[place * 7 % len(lines)], 10))[0] for place in range(60)]
    print(f"greeted after {editor.greeted:.0f} ms; lists while somebody types: {shown(typing)}; after jumps: {shown(jumps)}; "
          f"{editor.megabytes:.0f} MB")
    return editor


def edits_large_documents(editor):
    for size in [1_000_000, 10_000_000]:
        name = f"document-{size}"
        editor.open(name, prose(size))
        # What is unknown is answered at once, after the change before it.
        editor.request("textDocument/hover", {})
        alone = [timed(lambda: editor.request("textDocument/hover", {}))[0] for _ in range(100)]

        def change():
            editor.write(name, 40, 5, "a")
            editor.request("textDocument/hover", {})
        changes = [timed(change)[0] for _ in range(100)]
        taken, items = timed(lambda: editor.words(name, 41, 3))
        print(f"{size // 1_000_000} MB: a change and an answer {shown(changes)}, an answer {shown(alone)}; "
              f"{len(items)} words after {taken:.0f} ms; {editor.megabytes:.0f} MB")
    editor.leave()


def ends_with_its_editor():
    process = subprocess.Popen(["sleep", "600"])
    editor = Editor(process.pid)
    time.sleep(5)
    if editor.server.poll() is not None:
        raise SystemExit("error: the server ended while its editor was there")
    process.kill()
    process.wait()
    begin = time.monotonic()
    if editor.server.wait(20) != 1:
        raise SystemExit(f"error: the server ended with {editor.server.returncode}")
    print(f"the server ends {time.monotonic() - begin:.1f} s after its editor")


edits_large_documents(writes())
ends_with_its_editor()
