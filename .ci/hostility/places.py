"""A person's folder: corpora, notes, pictures and models, among them the traps that a case names."""

import fcntl
import os
import shutil
import socket
import stat
import subprocess

# What tries to command a terminal: a title, a colour, a cleared screen, a turned line.
PAYLOAD = "x\x1b]0;own\x07\x1b[7;35mred\x9b2J\u202egnp\u2066"

LINES = [
    "A chuva chegou cedo e ficou até a tarde.",
    "O menino guardou a pipa atrás da porta.",
    "Na cozinha, a avó fazia café e contava histórias.",
    "Ninguém sabia onde o gato dormia de noite.",
    "Os alunos tiraram boas notas na prova de português.",
    "— Você vem amanhã? — perguntou ela.",
    "Quem planta flores colhe manhãs.",
]
CORPUS = "".join(LINES[(3 * i + i // 7) % 7] + "\n" for i in range(84)).encode()

# Options of a training of some milliseconds.
TINY = [
    "--hidden-size", "8", "--layers", "1", "--batch-size", "2", "--sequence-length", "16",
    "--ngram-order", "3", "--threads", "1",
]


def write(folder, name, content):
    path = os.path.join(os.fsencode(folder), os.fsencode(name))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


def make_template(folder, program, environment):
    """The folder of which each case gets a copy."""
    os.makedirs(folder)
    write(folder, "corpus.txt", CORPUS)
    write(folder, "notas/diario.txt", "Hoje choveu.\n".encode() * 40)
    write(folder, "notas/carta.docx", b"PK\x03\x04" + bytes(range(256)) * 4)
    write(folder, "poesia/mar.txt", "Ó mar salgado\n".encode() * 60)
    write(folder, "poesia/rua.txt", "Na rua clara\n".encode() * 60)
    write(folder, "dados/training.txt", CORPUS)
    write(folder, "dados/validation.txt", b"minhas notas\n")
    write(folder, "dados/test.txt", b"outras notas\n")
    write(folder, "desenho.svg", b"<svg>meu</svg>\n")
    write(folder, "pagina.html", b"<p>minha</p>\n")
    write(folder, "tabela.csv", b"a,b\n1,2\n")
    os.makedirs(os.path.join(folder, "tmp"))
    for name, options in [("meu", []), ("gru", ["--cell", "gru"]), ("palavras", ["--unit", "word"])]:
        subprocess.run(
            [program, "train", "corpus.txt", "--steps", "3", "--output", "checkpoints/" + name]
            + options + TINY, cwd=folder, env=environment, check=True, capture_output=True)
    # The one trained last is the default.
    os.utime(os.path.join(folder, "checkpoints/meu/model.safetensors"))
    os.utime(os.path.join(folder, "checkpoints/gru/model.safetensors"), (1, 1))
    os.utime(os.path.join(folder, "checkpoints/palavras/model.safetensors"), (1, 1))
    shutil.copy(
        os.path.join(folder, "checkpoints/meu/model.safetensors"),
        os.path.join(folder, "copia.safetensors"))


# The minor numbers of devices for memory.
_DEVICES = {"null": 3, "zero": 5, "full": 7}


def make_special(folder, name, kind):
    """A file that is none, at `name`."""
    path = os.path.join(os.fsencode(folder), os.fsencode(name))
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "socket":
        # Bound by a short name: the path of a socket has 107 bytes.
        here = os.open(folder, os.O_RDONLY)
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(b"/proc/self/fd/%d/%s" % (here, os.fsencode(name)))
        os.close(here)
    elif kind == "loop":
        os.symlink(os.path.basename(path), path)
    elif kind == "dangling":
        os.symlink(b"nada/nenhum", path)
    elif kind == "folder":
        os.makedirs(os.path.join(path, b"dentro"))
    elif kind == "closed":
        write(folder, name, CORPUS)
        os.chmod(path, 0)
    elif kind in _DEVICES:
        try:
            os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, _DEVICES[kind]))
            os.chmod(path, 0o666)
        except PermissionError:
            os.symlink(b"/dev/" + kind.encode(), path)
    else:
        raise ValueError(kind)


class Lock:
    """What another run holds in its folder."""

    def __init__(self, folder):
        self.descriptor = os.open(folder, os.O_RDONLY)
        fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release(self):
        os.close(self.descriptor)


class SmallDisk:
    """A file system that is full at once; only where this process may mount one."""

    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.folder = folder
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=16k,mode=777", "none", folder], check=True,
            capture_output=True)

    def release(self):
        subprocess.run(["umount", "-l", self.folder], check=True, capture_output=True)


def can_mount(scratch):
    try:
        SmallDisk(os.path.join(scratch, "disco")).release()
        return True
    except (OSError, subprocess.CalledProcessError):
        return False


def outside():
    """What a command that escaped its folder would change first."""
    devices = ["/dev/null", "/dev/zero", "/dev/full", "/dev/tty"]
    return [(path, os.lstat(path).st_mode, os.lstat(path).st_rdev) for path in devices] + [
        sorted(os.listdir("/"))]


def unprivileged_program(program, scratch):
    """The program as nobody may run it; None where this is not root. Hostile commands never run as root."""
    if os.geteuid() != 0:
        return None
    os.chmod(scratch, 0o755)
    copy = os.path.join(scratch, "textgen")
    shutil.copy(program, copy)
    for candidate in [program, copy]:
        words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", candidate, "--version"]
        if subprocess.run(words, cwd="/", capture_output=True).returncode == 0:
            return candidate
    raise SystemExit("error: run this as somebody else than root: nobody cannot run " + program)


def give_away(folder):
    """Makes all of a folder nobody's."""
    for base, folders, files in os.walk(folder):
        for name in ["."] + folders + files:
            os.chown(os.path.join(base, name), 65534, 65534, follow_symlinks=False)
