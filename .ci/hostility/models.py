"""Names of models, and checkpoints that were damaged."""

import os

from .case import train
from .places import PAYLOAD, TINY, write


def add_models(chance, add):
    def sample(name):
        return chance.choice([
            ["sample", "--model", name, "--length", "5", "--seed", "1", "--threads", "1"],
            ["complete", "A chuva", "--model", name, "--count", "2", "--threads", "1"],
            ["inspect", "--model", name], train("corpus.txt", "--from", name),
            ["evaluate", "notas/diario.txt", "--words", "0", "--model", name, "--threads", "1"],
            ["quantize", name, "--output", "novo.safetensors"],
        ])

    for name in [
        "meu", "gru", "meu/", "checkpoints/meu", "checkpoints/meu/model.safetensors", "./checkpoints/meu/",
        "mue", "poesía", "POESIA", "portugês", "portugues", "poesia", "poesia/", "./poesia", "notas", ".",
        "..", "/",
        "", " ", "~", "-", "corpus.txt", "desenho.svg", "checkpoints", "checkpoints/meu/log.jsonl",
        "checkpoints/meu/training.safetensors", "/dev/null", "/dev/zero", "/proc/self/mem", "nada" * 2000,
        PAYLOAD, "a\nb", b"\xff\xfe", "../../../../../../etc/passwd", "copia.safetensors",
    ]:
        add("model", sample(name))

    def damaged(change):
        def prepare(folder):
            path = os.path.join(folder, "copia.safetensors")
            content = bytearray(open(path, "rb").read())
            write(folder, "ruim.safetensors", bytes(change(content)))
        return prepare

    for _ in range(16):
        def flip(content, share=chance.random() ** 3, bit=chance.randrange(8)):
            content[int(share * len(content))] ^= 1 << bit
            return content

        add("damage", sample("ruim.safetensors"), damaged(flip))
    for share in [0, 0.0001, 0.01, 0.3, 0.9, 0.9999]:
        add("damage", sample("ruim.safetensors"),
            damaged(lambda content, share=share: content[:int(share * len(content))]))
    for length in [0, 1, 2**31, 2**62, 2**63, 2**64 - 1]:
        add("damage", sample("ruim.safetensors"),
            damaged(lambda content, length=length: length.to_bytes(8, "little") + content[8:]))
    for old, new in [
        (b'"format_version"', b'"format_versiom"'), (b"lstm", b"gru "), (b"F32", b"I64"), (b"[", b"{"),
        (b'"textgen"', b'"textgem"'), (b"hidden_size\\\":8", b"hidden_size\\\":9"), (b"character",
        b"subword  "[:9]),
        (b'"shape"', b'"dtype"'), (b"data_offsets", b"data_offsetz"), (b"__metadata__", b"__metadatA__"),
    ]:
        add("damage", sample("ruim.safetensors"),
            damaged(lambda content, old=old, new=new: content.replace(old, new)))
    add("damage", sample("ruim.safetensors"), damaged(lambda content: content + bytes(4096)))
    add("damage", sample("ruim.safetensors"), damaged(lambda content: b"[" * 300_000))
    for file in ["training.safetensors", "log.jsonl", "model.safetensors"]:
        for change in ["cut", "flip", "empty", "folder"]:
            def prepare(folder, file=file, change=change):
                path = os.path.join(folder, "checkpoints/meu", file)
                content = bytearray(open(path, "rb").read())
                if change == "cut":
                    content = content[:len(content) // 2]
                elif change == "flip":
                    content[len(content) // 3] ^= 16
                elif change == "empty":
                    content = b""
                os.remove(path)
                if change == "folder":
                    os.makedirs(path)
                else:
                    write(folder, "checkpoints/meu/" + file, bytes(content))

            words = ["train", "corpus.txt", "--resume", "--output", "checkpoints/meu", "--steps", "4"] + TINY
            add("resume", words, prepare, changing=("checkpoints/meu",))
