"""Files that are none, names that are hard to say, and lines for a keyboard."""

import json
import os

from .case import train
from .places import CORPUS, PAYLOAD, make_special, write


def _contents(chance):
    text = CORPUS.decode()
    marks = "a" + "\u0301" * 20_000
    return {
        "vazio": b"", "espacos": b"   \n \t \n", "fim": b"\n", "letra": b"a",
        "bom": b"\xef\xbb\xbf", "bom-texto": b"\xef\xbb\xbf" + CORPUS,
        "crlf": CORPUS.replace(b"\n", b"\r\n"), "cr": CORPUS.replace(b"\n", b"\r"),
        "nul": b"\0" * 5000, "nul-texto": CORPUS.replace(b" ", b"\0", 30),
        "binario": bytes(chance.randrange(256) for _ in range(6000)),
        "linha": b"palavra " * 60_000, "linha-a": b"a" * 400_000,
        "marcas": (marks + "\n" + text).encode(), "so-marcas": ("\u0301" * 9000).encode(),
        "zwj": ("\u200d" * 9000 + "\n" + text).encode(),
        "emoji": ("👩‍👩‍👧🇧🇷👍🏽" * 900 + "\n" + text).encode(),
        "nfd": "ã é ç õ\n".encode() * 300 + "a\u0303 e\u0301\n".encode() * 300,
        "utf8-cortado": CORPUS + b"\xc3", "continuacao": CORPUS + b"\x80\x80\n",
        "longo-demais": CORPUS + b"\xc0\xaf\n", "substituto": CORPUS + b"\xed\xa0\x80\n",
        "latin1": text.replace("—", "-").encode("latin-1"),
        "utf16": text.encode("utf-16"), "dupla": text.encode().decode("latin-1").encode(),
        "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 9,
        "zip": b"PK\x03\x04\x14\0\x06\0" + bytes(range(256)) * 9,
        "jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 9,
        "elf": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 9,
        "gzip": b"\x1f\x8b\x08" + bytes(range(256)) * 9,
        "html": b"<!DOCTYPE html><html><body>" + CORPUS + b"</body></html>",
        "json": b'{"texto":"' + b"a " * 2000 + b'"}', "escapes": (PAYLOAD + "\n").encode() * 90,
        "hebraico": "שלום नमस्ते 東京 Ἀθῆναι\n".encode() * 90, "brancos": b"__ " * 4000,
        "sublinhados": b"_" * 20_000, "reticencias": "… ".encode() * 4000,
        "modelo": None,
    }


_NAMES = [
    "quebra\nlinha.txt", PAYLOAD.replace("/", "") + ".txt", "-traco.txt", "--steps", "aspas'\"`$(x).txt",
    "espaco no meio.txt", " .txt", "a" * 251 + ".txt", b"invalido-\xff\xfe.txt", "ção\u0303.txt",
    "\u202emoc.txt", "*.txt", "~", "pontos..txt", "%s%n%d.txt", "\\n.txt", "con.txt", "ponto.",
]
_SPECIAL = ["fifo", "socket", "loop", "dangling", "folder", "zero", "null", "full", "closed"]


def _uses(name):
    """Commands that read a file."""
    return [
        train(name), train("corpus.txt", "--validation", name), train("corpus.txt", "--from", name),
        ["evaluate", name, "--words", "2", "--threads", "1"],
        ["evaluate", "corpus.txt", "--words", "0", "--samples", "1", "--length", "20", "--training",
         name, "--threads", "1"],
        ["inspect", "--gradients", name, "--threads", "1"], ["inspect", "--model", name],
        ["sample", "--model", name, "--length", "5", "--seed", "1"],
        ["complete", "A chuva", "--model", name], ["quantize", name, "--output", "novo.safetensors"],
        ["compare", name, "--models", "unigram", "--budget", "tokens=100", "--output", "novo",
         "--probe-items", "1", "--threads", "1"],
        ["benchmark", "--corpus", name, "--hidden-size", "8", "--layers", "1", "--batch-size", "1",
         "--sequence-length", "2", "--seconds", "0.01", "--threads", "1"],
    ]


def add_files(chance, add):
    for name, content in _contents(chance).items():
        def prepare(folder, name=name, content=content):
            if content is None:
                content = open(os.path.join(folder, "copia.safetensors"), "rb").read()
            write(folder, "entrada.txt", content)

        for words in chance.sample(_uses("entrada.txt"), 3):
            add("file " + name, words, prepare)
        words = chance.choice([
            ["complete", "-", "--count", "2", "--json", "--threads", "1"], train("-"),
            ["complete", "--keyboard", "--threads", "1"],
            ["inspect", "--surprise", "-", "--threads", "1"],
            ["evaluate", "-", "--words", "1", "--threads", "1"],
        ])
        add("stream " + name, words, prepare, source="entrada.txt")
    for name in _NAMES:
        def prepare(folder, name=name):
            write(folder, name, CORPUS)

        for words in chance.sample(_uses(name), 3):
            add("name", words, prepare)
    for kind in _SPECIAL:
        for place in ["entrada.txt", "obras/entrada.txt"]:
            def prepare(folder, kind=kind, place=place):
                write(folder, "obras/outra.txt", CORPUS)
                make_special(folder, place, kind)

            name = place if place == "entrada.txt" else "obras"
            uses = _uses(name) if name == "entrada.txt" else _uses(name)[:4]
            for words in chance.sample(uses, 3):
                add("special " + kind, words, prepare)


def add_keyboards(chance, add):
    whole = [
        b"", b" ", b"null", b"{}", b"[]", b'"a"', b"1", b"{", b'{"add":}', b'{"add":1}', b'{"k":-1}',
        b'{"add":"A ","k":0}', b'{"k":1e30}', b'{"k":5.5}', b'{"k":"5"}', b'{"k":9223372036854775808}',
        b'{"reset":"yes"}', b'{"reset":true,"add":"A "}', b'{"add":"\\ud800"}', b'{"add":"\\u0000"}',
        b'{"add":"a\\u001b[7;35m"}', b"\xff\xfe", b'{"add":"A ","add":"B "}', b"\xef\xbb\xbf{}", b"\0",
        b'{"prefix":"' + b"z" * 3000 + b'"}', b"[" * 50_000, b'{"nada":1}', b'{"add":"A ","nada":1}',
        b'{"add":"' + "\u0301".encode() * 3000 + b'"}', b'{"k":true}', b'{"add":"A "}\r', b'{"k":1000}',
        '{"add":"👩‍👩‍👧 ","prefix":"é","k":3}'.encode(), b'{"add":"a' + b" " * 5000 + b'"}',
        b'{"reset":false}', b'{"add":null,"prefix":null,"k":null}', b"{'add':'A'}",
    ]
    for _ in range(20):
        lines = []
        for _ in range(chance.randrange(3, 12)):
            line = bytearray(chance.choice(whole))
            if line and chance.random() < 0.3:
                line[chance.randrange(len(line))] = chance.choice(b'"{}[]:,\\\x00\xff0ae')
            lines.append(bytes(line).replace(b"\n", b" "))
        end = chance.choice([b"\n", b"", b"\r\n"])
        words = ["complete", "--keyboard", "--json", "--threads", "1"] + chance.choice([[], ["--adapt"]])
        add("keyboard", words, input=b"\n".join(lines) + end)
    add("keyboard", ["complete", "--keyboard", "--json"], input=b"a" * 1_200_000 + b"\n{}\n")
    add("keyboard", ["complete", "--keyboard", "--json"],
        input=json.dumps({"add": "A chuva " * 20_000, "k": 3}).encode() + b"\n")
