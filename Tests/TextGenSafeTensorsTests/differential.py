"""Compares our safetensors reader with the reference one (PyPI safetensors), by hand.

    pip install safetensors numpy
    SAFETENSORS_MUTANTS=/tmp/mutants swift test --filter 'writes mutants'
    python3 Tests/TextGenSafeTensorsTests/differential.py /tmp/mutants

The test writes one file of mutants, each as: accepted by ours (1 byte), kind of our error (1 byte of
length, then text), 4 bytes of length, then the bytes. The target is no mutant that ours accepts and
the reference refuses. Those that only ours refuses are counted by the kind of our error. The folder
also holds a file of our writer, of which the reference must read every value.
"""

import collections
import json
import pathlib
import struct
import sys

import numpy
import safetensors
import safetensors.numpy


def mutants(path):
    data = path.read_bytes()
    position = 0
    while position < len(data):
        accepted = data[position] == 1
        end = position + 2 + data[position + 1]
        kind = data[position + 2 : end].decode()
        (length,) = struct.unpack_from("<I", data, end)
        yield accepted, kind, data[end + 4 : end + 4 + length]
        position = end + 4 + length


def reference_accepts(data):
    try:
        safetensors.deserialize(data)
        return True
    except (safetensors.SafetensorError, UnicodeDecodeError):
        return False


def compare(path):
    both, only_reference, wrong = collections.Counter(), collections.Counter(), []
    for accepted, kind, data in mutants(path):
        reference = reference_accepts(data)
        if accepted and not reference:
            wrong.append(data)
        elif reference and not accepted:
            only_reference[kind] += 1
        else:
            both["accepted" if accepted else "refused"] += 1
    print(f"same answer: {dict(both)}")
    print(f"refused only by ours: {dict(only_reference)}")
    print(f"accepted only by ours: {len(wrong)}", *wrong[:3], sep="\n")
    return not wrong


def names(data):
    (length,) = struct.unpack_from("<Q", data)
    return list(json.loads(data[8 : 8 + length]))


def check_writer(path):
    tensors = safetensors.numpy.load_file(path)
    assert numpy.array_equal(tensors["w"], numpy.float32([[1, -2, 3], [-4, 5, 0.5]]))
    assert numpy.array_equal(tensors["ids"], numpy.int32([7, -7]))
    with safetensors.safe_open(path, "numpy") as file:
        assert file.metadata()["língua"] == "português"
    again = safetensors.numpy.save(tensors, {"language": "Portuguese"})
    assert names(path.read_bytes()) == names(again), "the order of the tensors differs"
    print("the reference reads the file of our writer with equal values")


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    check_writer(folder / "sample.safetensors")
    sys.exit(0 if compare(folder / "mutants.bin") else 1)
