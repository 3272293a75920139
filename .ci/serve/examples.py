"""The curl examples of the server's page, as they are written there."""

import os
import re
import subprocess

PAGE = "Sources/TextGenCommand/Serving/SERVE.md"


def commands():
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    with open(os.path.join(root, PAGE), encoding="utf-8") as file:
        blocks = re.findall(r"^```\n(.*?)^```", file.read(), re.S | re.M)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [line for line in lines if line.startswith("curl ")]


def run(server):
    found = commands()
    if len(found) < 4:
        raise SystemExit(f"error: {PAGE} shows {len(found)} examples with curl; expected four at least")
    for command in found:
        here = command.replace("http://127.0.0.1:8398", server.url) + " -sS -f -o /dev/null -w '%{http_code}'"
        answer = subprocess.run(["bash", "-c", here], capture_output=True, text=True, timeout=60)
        if answer.returncode != 0 or not answer.stdout.startswith("2"):
            raise SystemExit(f"error: {command}: {answer.stdout} {answer.stderr}")
    print(f"{len(found)} examples with curl work")
