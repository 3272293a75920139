"""Outputs where something lies, and folders that cannot be written."""

import os

from . import places
from .case import OWN_FOLDERS, train
from .places import CORPUS, TINY, make_special, write


def _comparison(output):
    return [
        "compare", "dados/training.txt", "--models", "unigram", "--budget", "tokens=100", "--output",
        output, "--probe-items", "1", "--threads", "1"]


def add_folders(add, can_mount):
    # No output lies outside the folder of its case: a device is one of its own.
    def device(folder):
        make_special(folder, "aparelho", "full")

    for output in [
        "notas", "notas/diario.txt", "corpus.txt", "checkpoints", "checkpoints/meu/model.safetensors",
        ".", "..", "/proc", "aparelho", "nada/" * 300, "a" * 300, "novo/a/b/c/d",
        "notas/diario.txt/x", "dados", "checkpoints/meu", "poesia", "checkpoints/gru",
    ]:
        # A model may be made in a folder that is there, but nothing in it is replaced.
        own = ()
        if not output.startswith("/"):
            own = (
                os.path.normpath(output), "nada", "log.jsonl", "model.safetensors",
                "training.safetensors")
        add("output", ["train", "corpus.txt", "--steps", "1", "--output", output] + TINY, device,
            new=OWN_FOLDERS + own)
    # The second training of one text, and of another text of the same name.
    words = ["train", "notas/meu.txt", "--steps", "1"] + TINY
    add("output", words, lambda folder: write(folder, "notas/meu.txt", CORPUS))
    add("output", ["train", "-", "--steps", "1", "--output", "checkpoints/meu"] + TINY, input=CORPUS)
    for output in ["dados", "notas", "checkpoints/meu", "corpus.txt", ".", "poesia"]:
        add("output", _comparison(output))
    for output in [
        "corpus.txt", "desenho.svg", "tabela.csv", "notas", "copia.safetensors", "notas/carta.docx",
        "checkpoints/meu/model.safetensors", "checkpoints/gru/model.safetensors", "checkpoints/gru",
        "notas/diario.txt/x", "", "aparelho", "nada/nada.safetensors",
    ]:
        new = OWN_FOLDERS + (("nada",) if output.startswith("nada/") else ())
        add("output", ["quantize", "checkpoints/meu", "--output", output], device, new=new)
    for output in [
        "corpus.txt", "copia.safetensors", "tabela.csv", "notas", "desenho.svg", "notas/diario.txt",
        "checkpoints/meu/model.safetensors", "aparelho", "nada/x.html",
    ]:
        new = OWN_FOLDERS + (("nada",) if output.startswith("nada/") else ())
        add("output", ["inspect", "--surprise", "A chuva", "--report", output, "--threads", "1"], device,
            new=new)
        add("output", train("corpus.txt", "--report", output), device, new=new)
        changing = ("desenho.svg",) if output == "desenho.svg" else ()
        add("output", ["inspect", "--surprise", "A chuva", "--output", output, "--threads", "1"], device,
            new=new, changing=changing)
    add("output", ["inspect", "--surprise", "A", "--output", "elo.svg"],
        lambda folder: os.symlink("corpus.txt", os.path.join(folder, "elo.svg")), changing=("elo.svg",))
    add("output", ["inspect", "--surprise", "A", "--report", "elo.html"],
        lambda folder: os.symlink("corpus.txt", os.path.join(folder, "elo.html")), changing=("elo.html",))
    for words in [train("corpus.txt"), train("corpus.txt", "--resume"), _comparison("novo")]:
        def occupied(folder):
            os.makedirs(os.path.join(folder, "novo"))
            return places.Lock(os.path.join(folder, "novo"))

        add("occupied", words, occupied)

    writers = [
        train("corpus.txt"), ["quantize", "checkpoints/meu", "--output", "novo/q.safetensors"],
        ["inspect", "--surprise", "A", "--output", "novo/a.svg"],
        ["inspect", "--surprise", "A", "--report", "novo/a.html"], _comparison("novo"),
    ]
    if can_mount:
        for words in writers:
            add("full", words, lambda folder: places.SmallDisk(os.path.join(folder, "novo")))

    def read_only(folder):
        os.makedirs(os.path.join(folder, "novo"))
        os.chmod(os.path.join(folder, "novo"), 0o555)

    def closed(folder):
        for name in ["corpus.txt", "dados", "checkpoints/meu/model.safetensors"]:
            os.chmod(os.path.join(folder, name), 0)

    for words in writers:
        add("read-only", words, read_only)
    readers = [["train", "dados", "--steps", "1", "--output", "novo"], ["evaluate", "corpus.txt"]]
    for words in writers + readers:
        add("closed", words, closed)
