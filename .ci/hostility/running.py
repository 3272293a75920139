"""Runs one command to its end and notes what it did: streams, exit status, memory, time."""

import dataclasses
import fcntl
import os
import pty
import selectors
import shutil
import signal
import struct
import subprocess
import termios
import time

# Address space in KiB, so that a command that eats memory cannot take the machine along.
ADDRESS_SPACE = 6 << 20
# Output that is kept; whoever writes more never ends.
MOST_OUTPUT = 48 << 20


@dataclasses.dataclass
class Command:
    """What is run, with which streams, and what happens to it meanwhile."""

    words: list
    # Standard input: bytes through a pipe, or the path of a file.
    input: bytes = b""
    source: str = None
    # Standard output goes to this path in place of a pipe.
    sink: str = None
    # Numbers of the standard streams that are closed.
    closed: tuple = ()
    # Output and conversation go to a terminal of so many columns; a person sits at standard input.
    columns: int = None
    typed: bool = False
    environment: dict = dataclasses.field(default_factory=dict)
    # After so many lines of a stream ("out", "err") that hold the text, the signals are sent one after
    # the other; "leave" closes the reading end of standard output.
    event: tuple = None
    signals: tuple = ()
    # Run as nobody, where this is root: what a command should not write it then cannot.
    unprivileged: bool = False


@dataclasses.dataclass
class Outcome:
    status: int
    output: bytes
    error: bytes
    memory: int
    seconds: float
    # "hang" or "flood" where it had to be killed.
    killed: str = None
    # Processes of its group that outlived it.
    left: bool = False


def run(command, program, folder, limit):
    """Runs the command in `folder`; it is killed after `limit` seconds."""
    redirections = {0: "<&-", 1: ">&-", 2: "2>&-"}
    script = "ulimit -c 0; ulimit -v %d; exec \"$@\" %s" % (
        ADDRESS_SPACE, " ".join(redirections[n] for n in command.closed))
    words = ["/bin/sh", "-c", script, "sh"]
    if command.unprivileged:
        words += [shutil.which("setpriv"), "--reuid=65534", "--regid=65534", "--clear-groups"]
    words += [program] + list(command.words)
    child = []
    ours = {}

    def pipe(name, reads):
        read, write = os.pipe()
        ours[name] = read if reads else write
        child.append(write if reads else read)
        return child[-1]

    if command.columns is not None:
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, command.columns, 0, 0))
        attributes = termios.tcgetattr(slave)
        attributes[3] &= ~termios.ECHO
        termios.tcsetattr(slave, termios.TCSANOW, attributes)
        ours["out"] = master
        child.append(slave)
    if command.typed:
        standard_input = slave
    elif command.source is not None:
        standard_input = os.open(
            os.path.join(folder, command.source), os.O_RDONLY | os.O_NONBLOCK)
        os.set_blocking(standard_input, True)
        child.append(standard_input)
    else:
        standard_input = pipe("in", reads=False)
    if command.columns is not None:
        output = error = slave
    else:
        if command.sink is not None:
            output = os.open(command.sink, os.O_WRONLY)
            child.append(output)
        else:
            output = pipe("out", reads=True)
        error = pipe("err", reads=True)
    start = time.monotonic()
    process = subprocess.Popen(
        words, stdin=standard_input, stdout=output, stderr=error, cwd=folder,
        env=command.environment, start_new_session=True)
    for descriptor in child:
        os.close(descriptor)
    outcome = _follow(process, command, ours, start + limit)
    outcome.seconds = time.monotonic() - start
    return outcome


def _follow(process, command, ours, deadline):
    texts = {"out": bytearray(), "err": bytearray()}
    waiting = memoryview(command.input)
    pending = list(command.signals)
    seen = 0
    killed = ended = usage = None
    with selectors.DefaultSelector() as selector:
        def close(name):
            selector.unregister(ours[name])
            os.close(ours.pop(name))

        for name, descriptor in ours.items():
            os.set_blocking(descriptor, False)
            events = selectors.EVENT_WRITE if name == "in" else selectors.EVENT_READ
            selector.register(descriptor, events, name)
        while True:
            if ended is None:
                pid, status, rusage = os.wait4(process.pid, os.WNOHANG)
                if pid:
                    ended, usage = status, rusage
                    # What is still in the pipes is read; a child that holds them is not waited for.
                    deadline = min(deadline, time.monotonic() + 1)
            names = set(ours) - {"in"}
            if ended is not None and not names:
                break
            if time.monotonic() > deadline:
                if ended is not None:
                    break
                killed = killed or "hang"
                os.killpg(process.pid, signal.SIGKILL)
                deadline = time.monotonic() + 5
            for key, _ in selector.select(0.02 if ended is None else 0.05):
                name = key.data
                if name not in ours:
                    continue
                try:
                    if name == "in":
                        waiting = waiting[os.write(key.fd, waiting[:65536]):]
                        if not waiting:
                            close(name)
                        continue
                    block = os.read(key.fd, 65536)
                except BlockingIOError:
                    continue
                except OSError:
                    # The reader has gone, or the last process has left the terminal.
                    block = b""
                    if name == "in":
                        close(name)
                        continue
                if not block:
                    close(name)
                    continue
                texts[name] += block
                if len(texts[name]) > MOST_OUTPUT and killed is None:
                    killed = "flood"
                    os.killpg(process.pid, signal.SIGKILL)
                if pending and command.event and command.event[0] == name:
                    _, text, count = command.event
                    seen = texts[name].count(text)
                    while pending and seen >= count:
                        action = pending.pop(0)
                        if action == "leave":
                            close("out")
                            break
                        if ended is None:
                            os.kill(process.pid, action)
            if "in" in ours and not waiting:
                close("in")
        for name in list(ours):
            close(name)
    process.returncode = os.waitstatus_to_exitcode(ended)
    left = _end_group(process.pid)
    return Outcome(
        process.returncode, bytes(texts["out"]), bytes(texts["err"]), usage.ru_maxrss * 1024, 0,
        killed, left and killed is None)


def _end_group(group):
    """Kills what is left of the group; returns whether there was anything."""
    try:
        os.killpg(group, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return False
    return True
