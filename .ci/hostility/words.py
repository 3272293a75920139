"""Options with nonsense, and command lines that are none."""

import re
import signal
import subprocess

from .case import EVERY_COMMAND, OWN_FOLDERS, train
from .places import PAYLOAD, TINY


_NONSENSE = [
    "0", "-1", "1", "0.5", "0,5", "1e-320", "nan", "inf", "-inf", "1e999", "", " ", "9223372036854775807",
    "9223372036854775808", "18446744073709551616", "1" * 400, "0x10", "١٢", "1_000", "+3", "--seed", "-",
    "tokens=-1", "minutes=nan", "a=b=c", "lstm,lstm", ",", "auto", PAYLOAD, "\n", "é", "65536",
]
# Options that make a run long where they are large; it is left after its first output.
_LONG = {
    "--steps", "--length", "--lines", "--count", "--seconds", "--samples", "--minutes", "--epochs",
    "--probe-items", "--parameters", "--budget", "--layers", "--hidden-size",
}
# What `train --output` may make where it is told to.
_CHOSEN = (" ", "-", "notas", "log.jsonl", "model.safetensors", "training.safetensors")
_BASES = {
    "train": train("corpus.txt", "--json"), "complete": ["complete", "A chuva", "--threads", "1"],
    "sample": ["sample", "--length", "9", "--threads", "1"],
    "evaluate": ["evaluate", "corpus.txt", "--words", "1", "--threads", "1"],
    "compare": [
        "compare", "corpus.txt", "--output", "novo", "--models", "unigram", "--budget", "tokens=50",
        "--probe-items", "1", "--threads", "1"],
    "inspect": ["inspect", "--surprise", "A chuva", "--threads", "1"],
    "quantize": ["quantize", "--output", "novo.safetensors"],
    "benchmark": [
        "benchmark", "--hidden-size", "8", "--layers", "1", "--batch-size", "1", "--sequence-length",
        "2", "--seconds", "0.01", "--threads", "1", "--only", "generation"],
}


def add_options(chance, add, program, environment):
    """Each option that the help of a command names, with values of which most are nonsense."""
    for name in EVERY_COMMAND:
        text = subprocess.run(
            [program, name, "--help"], env=environment, capture_output=True, text=True).stdout
        options = sorted(set(re.findall(r"(--[a-z][a-z-]*) <", text)))
        for option in options:
            values = chance.sample(_NONSENSE, 2)
            if option in ("--output", "--report", "--validation", "--training", "--gradients"):
                values = chance.sample(["", " ", ".", "..", "-", "/proc", "notas", "corpus.txt"], 2)
            for value in values:
                extra = {}
                if option in _LONG and len(value) > 3:
                    # What is said first ends it.
                    extra = {"event": ("err", b"\n", 1), "signals": (signal.SIGTERM,)}
                add("option", _without(name, option) + [option, value], new=OWN_FOLDERS + _CHOSEN, **extra)


def _without(name, option):
    """A short use of the command that leaves the option open."""
    words = list(_BASES[name])
    if option in words:
        place = words.index(option)
        del words[place:place + 2]
    return words


def add_words(chance, add):
    """Command lines that are none."""
    for words in [
        [], [""], ["-"], ["--"], ["--help", "x"], ["tarin"], ["TRAIN"], ["help"], ["help", "nada"],
        ["--version", "x"], ["version"], ["-v"], ["-h"], [PAYLOAD], ["--" + PAYLOAD],
        ["train", "--" + PAYLOAD], ["train"],
        ["\n"], ["train", "--", "--steps"], ["complete", "a", "b"], ["complete", "A", "--count=2"],
        ["complete", "A", "--count="], ["complete", "A", "--=2"], ["complete", "-A"], ["sample", "-n", "1"],
        ["complete", "a" * 100_000, "--threads", "1"], ["sample", "--prompt", "é" * 60_000, "--length", "1"],
        ["complete"] + ["x"] * 4000,
        ["train"] + ["corpus.txt"] * 500 + ["--steps", "1", "--output", "novo"] + TINY,
        ["--generate-completion-script"], ["--generate-completion-script", "nada"], ["complete", "a___" * 40],
        ["complete", "__ " * 8, "--count", "2", "--threads", "1"], ["inspect", "A chuva"],
        ["inspect", "--unit", "1"], ["inspect", "--surprise", "a", "--gates", "b"],
        ["inspect", "--layer", "0", "--units", "0"], ["inspect", "--embeddings", PAYLOAD],
        ["evaluate", "-", "-"], ["train", "-", "-"], ["evaluate"], ["quantize"], ["compare"],
        ["probabilities"], ["probabilities", PAYLOAD],
    ]:
        add("words", words, env={"SHELL": "/bin/sh"})
    for name in EVERY_COMMAND:
        base = _without(name, "")
        add("words", base + ["--nada"])
        add("words", base + ["--seed", "1", "--seed", "2"])
        add("words", base + ["--threads", "1", "--threads", "2"])
        add("words", base + ["--json", "--json"])
        option = chance.choice(["--modle", "--temprature", "--JSON", "--th", "---json", "--json=1"])
        add("words", base + [option])
