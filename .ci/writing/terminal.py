#!/usr/bin/env python3
"""Somebody writes with `textgen type` in a terminal: words are taken, letters come cut and composed, windows change
their size, text is pasted, the editor is stopped and killed. Each time the terminal must be as it was before, and
nothing that was written may be lost. The screen is read by pyte.

terminal.py PROGRAM [PICTURE.svg]   (a picture for the documentation)"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

import pyte

PROGRAM = os.path.abspath(sys.argv[1])


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, *words, columns=80, rows=12, folder=None, environment=None):
        self.folder = folder or tempfile.mkdtemp()
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.outside, self.inside = pty.openpty()
        self.resize(columns, rows, tells=False)
        self.before = termios.tcgetattr(self.inside)
        variables = {
            "PATH": os.environ["PATH"], "HOME": self.folder, "TERM": "xterm-256color", "LANG": "pt_PT.UTF-8",
            "TEXTGEN_LANGUAGE": "pt", **(environment or {}),
        }
        self.process = subprocess.Popen(
            [PROGRAM, "type", *words], stdin=self.inside, stdout=self.inside, stderr=self.inside, cwd=self.folder,
            env=variables, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        self.bytes = b""

    def resize(self, columns, rows, tells=True):
        fcntl.ioctl(self.outside, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if tells:
            self.screen.resize(rows, columns)
            os.killpg(self.process.pid, signal.SIGWINCH)

    def read(self, seconds=0.05):
        while select.select([self.outside], [], [], seconds)[0]:
            try:
                data = os.read(self.outside, 1 << 16)
            except OSError:
                return
            if not data:
                return
            self.bytes += data
            # pyte does not know of frames (mode 2026).
            self.stream.feed(data.replace(b"\x1b[?2026h", b"").replace(b"\x1b[?2026l", b""))

    def send(self, text):
        os.write(self.outside, text if isinstance(text, bytes) else text.encode())

    @property
    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    def until(self, what, seconds=30):
        """Reads on until `what(lines)` holds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read()
            if what(self.lines):
                return
        raise SystemExit("error: not on the screen:\n" + "\n".join(self.lines))

    def shows(self, text, seconds=30):
        self.until(lambda lines: any(text in line for line in lines), seconds)

    @property
    def editor(self):
        """The process that edits: the child of the one that was started."""
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children", encoding="ascii") as file:
            return int(file.read().split()[0])

    def ends(self, status):
        end = time.monotonic() + 20
        while self.process.poll() is None and time.monotonic() < end:
            self.read()
        self.read()
        found = self.process.wait(1)
        if found != status:
            raise SystemExit(f"error: it ended with {found} in place of {status}: {self.lines}")
        after = termios.tcgetattr(self.inside)
        if after != self.before:
            raise SystemExit(f"error: the terminal's settings are {after} in place of {self.before}")
        sequences = re.findall(rb"\x1b\[\?(1049|2004|25)([hl])", self.bytes)
        last = dict(sequences)
        if last.get(b"1049") != b"l" or last.get(b"2004") != b"l" or last.get(b"25") == b"l":
            raise SystemExit(f"error: the terminal was left with {last}")

    def file(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return file.read()


def writes_and_saves():
    terminal = Terminal("poema.txt")
    terminal.shows("poema.txt")
    terminal.send("Ela abriu a jan")
    terminal.until(lambda lines: "janela" in lines[1])
    terminal.send("\t")
    terminal.until(lambda lines: terminal.screen.cursor.x == 19)
    terminal.send(".")
    terminal.shows("Ela abriu a janela.")
    terminal.send("\x1a\x1a")
    terminal.until(lambda lines: terminal.screen.cursor.x == 15 and re.search(r"1 jan\S+", lines[-1]))
    word = re.search(r"1 (\S+)", terminal.lines[-1])[1]
    terminal.send("\x1b1")
    terminal.shows("Ela abriu a " + word)
    # Dead keys: composed, decomposed, and cut anywhere.
    for part in ["n", "a\u0303", "o", " ", "c", "\xe3".encode()[:1], "\xe3".encode()[1:], "o"]:
        terminal.send(part)
        time.sleep(0.01)
    terminal.shows("não cão")
    terminal.send("\x1b[200~colado\r\nem duas linhas\x1b[201~")
    terminal.shows("em duas linhas")
    terminal.send("\x13")
    terminal.shows("guardado em")
    text = terminal.file("poema.txt")
    if not (text.startswith("Ela abriu a " + word) and text.endswith("não cãocolado\nem duas linhas")):
        raise SystemExit(f"error: the file holds {text!r}")
    terminal.send("\x11")
    terminal.ends(0)
    if b" teclas: " not in terminal.bytes:
        raise SystemExit("error: nothing tells how many keys it took")


def grows_and_shrinks():
    terminal = Terminal("a.txt")
    terminal.shows("a.txt")
    terminal.send("palavra " * 40)
    for number in range(200):
        terminal.resize(15 + number * 7 % 90, 3 + number % 30)
        terminal.send("x")
        terminal.read(0.002)
    terminal.resize(40, 10)
    terminal.shows("poupadas")
    terminal.send("\x7f")
    terminal.until(lambda lines: all(len(line) <= 40 for line in lines))
    terminal.resize(15, 4)
    terminal.shows("janela", 10)
    terminal.resize(80, 12)
    terminal.send("\x11")
    terminal.shows("Guardar antes de sair?")
    terminal.send("n")
    terminal.ends(0)


def is_stopped(number, status):
    terminal = Terminal("b.txt")
    terminal.shows("b.txt")
    terminal.send("texto que ninguém guardou")
    terminal.shows("ninguém guardou")
    if number == signal.SIGKILL:
        # Kept after a pause without keys.
        end = time.monotonic() + 10
        while not os.path.exists(os.path.join(terminal.folder, ".b.txt.recovery")) and time.monotonic() < end:
            terminal.read(0.1)
        os.kill(terminal.editor, number)
    else:
        os.kill(terminal.process.pid, number)
    terminal.ends(status)
    if terminal.file(".b.txt.recovery") != "texto que ninguém guardou":
        raise SystemExit("error: what was written is lost")
    again = Terminal("b.txt", folder=terminal.folder)
    again.shows("Recuperar?")
    again.send("s")
    again.shows("ninguém guardou")
    again.send("\x13")
    again.shows("guardado em")
    again.send("\x11")
    again.ends(0)
    if again.file("b.txt") != "texto que ninguém guardou" or os.path.exists(os.path.join(again.folder, ".b.txt.recovery")):
        raise SystemExit("error: what was recovered is not in the file")


def are_two_without_a_name():
    """Each text is kept by itself; what one loses is offered, what the other one still writes is not."""
    one = Terminal()
    other = Terminal(folder=one.folder)
    for terminal, text in [(one, "um texto"), (other, "outro texto")]:
        terminal.shows("sem nome")
        terminal.send(text)
        terminal.shows(text)
    states = os.path.join(one.folder, ".local/state/textgen")
    places = [os.path.join(states, name, "text.recovery") for name in ("untitled", "untitled-2")]
    end = time.monotonic() + 15
    while not all(os.path.exists(place) for place in places) and time.monotonic() < end:
        one.read(0.1)
        other.read(0.1)
    if sorted(one.file(place) for place in places) != ["outro texto", "um texto"]:
        raise SystemExit(f"error: two texts without a name are not kept in {places}")
    os.kill(one.editor, signal.SIGKILL)
    one.ends(137)
    again = Terminal(folder=one.folder)
    again.shows("Recuperar?")
    again.send("s")
    again.shows("um texto")
    last = Terminal(folder=one.folder)
    last.shows("sem nome")
    last.send("mais um")
    last.shows("mais um")
    for terminal in (again, other, last):
        terminal.send("\x11")
        terminal.shows("Guardar antes de sair?")
        terminal.send("n")
        terminal.ends(0)
    if any(os.path.exists(place) for place in places):
        raise SystemExit("error: texts that nobody wanted to save are still kept")


def has_no_colour():
    terminal = Terminal("c.txt", environment={"NO_COLOR": "1", "LANG": "C", "LC_ALL": "C"})
    terminal.shows("c.txt")
    terminal.send("Ela abriu a jan")
    terminal.until(lambda lines: "1 " in lines[-1])
    terminal.send("\x11")
    terminal.shows("Guardar antes de sair?")
    terminal.send("n")
    terminal.ends(0)
    if re.search(rb"\x1b\[(2|7|27|22)m", terminal.bytes):
        raise SystemExit("error: NO_COLOR is not respected")


def is_changed_by_another():
    terminal = Terminal("d.txt")
    terminal.shows("d.txt")
    terminal.send("meu")
    terminal.shows("meu")
    with open(os.path.join(terminal.folder, "d.txt"), "w", encoding="utf-8") as file:
        file.write("de outro")
    terminal.send("\x13")
    terminal.shows("Escrever por cima?")
    terminal.send("n")
    if terminal.file("d.txt") != "de outro":
        raise SystemExit("error: the file of somebody else was replaced")
    terminal.send("\x13")
    terminal.shows("Escrever por cima?")
    terminal.send("s")
    terminal.shows("guardado em")
    terminal.send("\x11")
    terminal.ends(0)


def is_pasted_into():
    terminal = Terminal("e.txt")
    terminal.shows("e.txt")
    text = "uma linha de texto\n" * 52_000
    data = b"\x1b[200~" + text.encode() + b"\x1b[201~"
    while data:
        if select.select([], [terminal.outside], [], 5)[1]:
            data = data[os.write(terminal.outside, data[:4096]):]
        terminal.read(0)
    terminal.shows("uma linha de texto", 60)
    terminal.send("\x13")
    terminal.shows("guardado em", 60)
    if terminal.file("e.txt") != text:
        raise SystemExit(f"error: of {len(text)} pasted characters {len(terminal.file('e.txt'))} were saved")
    terminal.send("\x11")
    terminal.ends(0)


def is_quick():
    """How long a letter takes to the screen while words are being found."""
    terminal = Terminal("f.txt")
    terminal.shows("f.txt")
    times = []
    for letter in "Ela abriu a janela devagar e olhou para o mar ":
        column, begin = terminal.screen.cursor.x, time.monotonic()
        terminal.send(letter)
        while terminal.screen.cursor.x == column and time.monotonic() - begin < 5:
            terminal.read(0.0005)
        times.append(1000 * (time.monotonic() - begin))
        terminal.read(0.1)
    times.sort()
    print(f"a letter is on the screen after {times[len(times) // 2]:.1f} ms, 95 % within {times[len(times) * 95 // 100]:.1f} ms")
    terminal.send("\x11")
    terminal.shows("Guardar antes de sair?")
    terminal.send("n")
    terminal.ends(0)


def draw(path):
    """A picture of somebody who writes: grey is what the program offers."""
    terminal = Terminal("poema.txt", columns=80, rows=9)
    terminal.shows("poema.txt")
    terminal.send("Ela abriu a janela devagar e olhou para o c\u00e9u, onde as prim")
    terminal.until(lambda lines: re.search(r"1 prim\S+", lines[-1]))
    column, row = terminal.screen.cursor.x, terminal.screen.cursor.y
    width, height = 8.8, 21
    parts = []
    for number, line in enumerate(terminal.lines):
        y = 30 + number * height
        spans = [(0, line, "dim" if number in (0, len(terminal.lines) - 1) else "ink")]
        if number == row:
            spans = [(0, line[:column], "ink"), (column, line[column:], "dim")]
        for start, text, kind in spans:
            if text.strip():
                text = text.replace("&", "&amp;").replace("<", "&lt;")
                parts.append(f'<text x="{18 + start * width:.1f}" y="{y}" class="{kind}" xml:space="preserve">{text}</text>')
    parts.append(f'<rect x="{18 + column * width:.1f}" y="{15 + row * height}" width="2" height="20" fill="#f0a47b"/>')
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {36 + 80 * width:.0f} {24 + 9 * height}" role="img" '
            'aria-label="textgen type: a text, the next word in grey, others with their numbers below">\n'
            "<style>text{font:14.6px ui-monospace,'DejaVu Sans Mono',monospace}.ink{fill:#eee7da}.dim{fill:#9d9484}</style>\n"
            '<rect width="100%" height="100%" rx="10" fill="#1d1a16"/>\n' + "\n".join(parts) + "\n</svg>\n")
    terminal.send("\x11")
    terminal.shows("Guardar antes de sair?")
    terminal.send("n")
    terminal.ends(0)


def main():
    for environment in [{"TERM": "dumb"}, {}]:
        outcome = subprocess.run(
            [PROGRAM, "type"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
            env={**os.environ, **environment})
        if outcome.returncode != 64 or "complete --keyboard" not in outcome.stderr:
            raise SystemExit(f"error: without a terminal: {outcome}")
    writes_and_saves()
    grows_and_shrinks()
    is_stopped(signal.SIGTERM, 143)
    is_stopped(signal.SIGHUP, 129)
    is_stopped(signal.SIGINT, 130)
    is_stopped(signal.SIGKILL, 137)
    are_two_without_a_name()
    has_no_colour()
    is_changed_by_another()
    is_pasted_into()
    is_quick()
    if len(sys.argv) > 2:
        draw(sys.argv[2])
    print("the terminal mode: eleven evenings, the terminal as before after each, nothing lost")


main()
