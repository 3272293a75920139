"""Signals at chosen moments, terminals, closed streams, and environments."""

import signal

from .case import train
from .places import CORPUS, PAYLOAD, write


def add_signals(add):
    numbers = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE]
    for number in numbers:
        for event in [(b'"event":"start"', 1), (b'"event":"step"', 1), (b'"event":"step"', 7),
                      (b'"event":"validation"', 1)]:
            words = train("corpus.txt", "--json", steps="100000")
            # A broken pipe is ignored: the run ends by another signal.
            then = (number,) if number != signal.SIGPIPE else (number, signal.SIGTERM)
            add("signal", words, event=("out",) + event, signals=then)
    step = ("out", b'"event":"step"', 3)
    for pair in [(signal.SIGINT, signal.SIGINT), (signal.SIGTERM, signal.SIGINT)]:
        add("signal", train("corpus.txt", "--json", steps="100000"), event=step, signals=pair)
    add("signal", train("corpus.txt", "--json", steps="100000"), event=step, signals=("leave",))
    words = ["train", "corpus.txt", "--resume", "--output", "checkpoints/meu", "--json", "--steps", "100000"]
    add("signal", words + ["--threads", "1"], event=step, signals=(signal.SIGINT,),
        changing=("checkpoints/meu",))
    for number in numbers[:3]:
        add("signal", ["complete", "--keyboard", "--threads", "1"], input=b'{"add":"A "}\n' * 20_000,
            event=("out", b"\n", 5), signals=(number,))
        add("signal", ["sample", "--length", "1000000000", "--seed", "1", "--threads", "1"],
            event=("out", b"a", 9), signals=(number,))
        add("signal", ["evaluate", "corpus.txt", "--words", "1000000", "--threads", "1"],
            event=("err", b"model:", 1), signals=(number,))
    for words in [
        ["sample", "--length", "1000000000", "--seed", "1"], ["complete", "--keyboard"],
        ["sample", "--length", "3", "--json", "--count", "1000"],
        train("corpus.txt", "--json", steps="100000"),
    ]:
        add("reader gone", words + ["--threads", "1"], input=b'{"add":"A "}\n' * 20_000,
            event=("out", b"\n", 1), signals=("leave",))
    words = [
        "compare", "dados/training.txt", "--models", "elman", "--parameters", "2000", "--budget",
        "minutes=1", "--output", "novo", "--threads", "1"]
    add("signal", words, event=("err", b"held-out", 1), signals=(signal.SIGTERM,))


def add_terminals(chance, add):
    commands = [
        ["complete", PAYLOAD], ["complete", "A chuva ___ cedo", "--count", "3"], ["complete", "A", "--json"],
        ["sample", "--prompt", PAYLOAD, "--length", "9", "--seed", "1"],
        ["sample", "--prompt", PAYLOAD, "--length", "9", "--seed", "1", "--json"],
        ["inspect"], ["inspect", "--surprise", PAYLOAD], ["inspect", "--gates", "A chuva"],
        ["inspect", "--unit", "1", PAYLOAD], ["inspect", "--embeddings", "a"],
        ["inspect", "--gradients", "corpus.txt"], ["evaluate", "notas/diario.txt", "--words", "2"],
        train("corpus.txt", steps="30"), ["--help"], ["train", "--help"], ["sample", "--model", PAYLOAD],
        ["train", PAYLOAD], ["quantize", "checkpoints/meu", "--output", "novo.safetensors"],
        train(PAYLOAD + ".txt"), ["complete", "--keyboard"], ["complete", "--" + PAYLOAD],
    ]

    def prepare(folder):
        write(folder, PAYLOAD + ".txt", CORPUS)

    looks = [
        {"TERM": "dumb"}, {"TERM": "xterm-256color"}, {"TERM": "xterm", "NO_COLOR": "1"},
        {"TERM": "", "LANG": "C"}, {"TERM": "xterm", "COLUMNS": "-3", "LINES": "x"},
        {"TERM": "xterm", "LANG": "pt_BR.UTF-8", "COLORTERM": "truecolor"},
        {"LC_ALL": "POSIX", "CLICOLOR_FORCE": "1"},
    ]
    for words in commands:
        for columns in [1, 40, 200]:
            add("terminal", words, prepare, columns=columns, env=chance.choice(looks),
                input=PAYLOAD.encode() + b"\n")
    readers = [["complete"], ["complete", "--keyboard"], ["train", "-"]]
    readers += [["evaluate", "-", "--words", "2"], ["inspect", "--surprise", "-"]]
    for words in readers:
        if words == ["complete"]:
            # A person sits there, and nobody types.
            add("typed", words, columns=80, typed=True, env={"TERM": "xterm"})
        add("typed", words, source="notas/diario.txt", columns=80, env={"TERM": "xterm"})
    for words in commands[:15]:
        closed = chance.choice([(0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2)])
        add("closed stream", words, prepare, closed=closed)
        if 1 not in closed:
            add("full stream", words, prepare, sink="/dev/full")


def add_environments(add):
    for values in [
        {"TEXTGEN_MODEL": ""}, {"TEXTGEN_MODEL": "nada"}, {"TEXTGEN_MODEL": PAYLOAD},
        {"TEXTGEN_MODEL": "notas"}, {"TEXTGEN_ISA": "nada"}, {"TEXTGEN_ISA": ""},
        {"TEXTGEN_ISA": "reference"}, {"TEXTGEN_ISA": "baseline"}, {"TEXTGEN_ISA": PAYLOAD},
        {"LANG": "nada"}, {"LANG": "pt_BR.ISO-8859-1"}, {"LC_ALL": "\x1b[7;35m"}, {"HOME": ""},
        {"HOME": "/nada"}, {"PATH": ""}, {"TMPDIR": "/nada"}, {"TMPDIR": ""}, {"TERM": "\x1b]0;x"},
    ]:
        add("environment", ["sample", "--length", "5", "--seed", "1", "--threads", "1"], env=values)
        add("environment", ["complete", "A chuva", "--json", "--quantize", "int8"], env=values)
    add("environment", ["benchmark", "--against", "torch", "--seconds", "0.01"],
        env={"TEXTGEN_PYTHON": "/nada"})
