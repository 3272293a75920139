"""What a case is, and what cases share."""

import dataclasses

from .places import TINY
from .running import Command

EVERY_COMMAND = [
    "train", "complete", "sample", "evaluate", "compare", "inspect", "quantize", "benchmark",
]
# Where commands may make files without being told otherwise.
OWN_FOLDERS = ("checkpoints", "comparisons", "novo", "novo.svg", "novo.html", "novo.safetensors")


@dataclasses.dataclass
class Case:
    kind: str
    command: Command
    # Called with the folder before the run; what it returns is released afterwards.
    prepare: object = None
    new: tuple = OWN_FOLDERS
    changing: tuple = ()


def train(corpus, *options, steps="2"):
    return ["train", corpus, "--steps", steps, "--output", "novo"] + TINY + list(options)
