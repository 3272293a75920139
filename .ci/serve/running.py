"""A server while a check runs."""

import re
import subprocess
import threading


class Server:
    """`textgen serve` on a free port, with what it says on standard error kept."""

    def __init__(self, program, *options):
        self.words = [program, "serve", "--port", "0", *options]
        # Numbers of open files that it has, too.
        self.files = ()

    def __enter__(self):
        self.process = subprocess.Popen(self.words, stderr=subprocess.PIPE, text=True, pass_fds=self.files)
        self.said = []
        ready = threading.Event()
        self.port = None

        def read():
            for line in self.process.stderr:
                self.said.append(line.rstrip("\n"))
                found = re.match(r"(?:listening on|escutando em) http://127\.0\.0\.1:(\d+)", line)
                if found:
                    self.port = int(found[1])
                if re.match(r"(ready|pronto):", line):
                    ready.set()
            ready.set()

        self.reader = threading.Thread(target=read, daemon=True)
        self.reader.start()
        if not ready.wait(120) or self.port is None:
            self.process.kill()
            raise SystemExit(f"error: the server did not begin: {self.said}")
        self.url = f"http://127.0.0.1:{self.port}"
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        status = self.process.wait(20)
        self.reader.join(5)
        if status != 0:
            raise SystemExit(f"error: the server ended with {status}: {self.said[-5:]}")

    @property
    def open_files(self):
        import os
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    @property
    def resident_megabytes(self):
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * 4096 / 1e6
