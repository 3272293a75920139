#!/usr/bin/env python3
"""Measures a server with wrk, and its streams with clients of its own: latencies and what it does in a second for 1, 8
and 64 clients, the time until it is ready, and its memory. Prints a table for the server's page. With --sessions 64
sessions learn as much as they may, which takes minutes.

load.py [--seconds N] [--sessions] PROGRAM"""

import argparse
import concurrent.futures
import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, ".ci"))

from serve.running import Server

CLIENTS = (1, 8, 64)


def wrk(server, kind, clients, seconds):
    """The answers of a second, and the percentiles of their times in milliseconds."""
    answer = subprocess.run(
        ["wrk", "-t", "1", "-c", str(clients), "-d", f"{seconds}s", "--timeout", "60s", "-s",
         os.path.join(ROOT, ".ci/serve/load.lua"), server.url],
        env=os.environ | {"KIND": kind}, capture_output=True, text=True, check=True)
    found = re.search(r"requests (\d+) seconds (\S+) p50 (\S+) p95 (\S+) wrong (\d+)", answer.stdout)
    if not found or found[5] != "0":
        raise SystemExit(f"error: {kind} with {clients} clients: {answer.stdout} {answer.stderr}")
    return int(found[1]) / float(found[2]), float(found[3]), float(found[4])


def stream(server, seed, tokens=64):
    """The milliseconds to the first event of a stream and to its end."""
    body = json.dumps({"prompt": "O mar", "max_tokens": tokens, "seed": seed, "stream": True}).encode()
    start = time.monotonic()
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        connection.sendall(
            f"POST /v1/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        data, first = b"", None
        while b"[DONE]" not in data:
            part = connection.recv(1 << 16)
            if not part:
                raise SystemExit(f"error: a stream ended with {data[-200:]}")
            data += part
            if first is None and b"data: " in data:
                first = time.monotonic()
    return 1000 * (first - start), 1000 * (time.monotonic() - start)


def streams(server, clients, seconds):
    firsts, written, start = [], 0, time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(clients) as pool:
        seed = 0
        while time.monotonic() - start < seconds:
            seeds = range(seed, seed + clients)
            seed += clients
            firsts += [first for first, _ in pool.map(lambda number: stream(server, number), seeds)]
            written += 64 * clients
    return written / (time.monotonic() - start), percentile(firsts, 50), percentile(firsts, 95)


def call(server, path, body):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, json.loads(text)


def fill_sessions(server, count=64):
    """The texts of this project, learned by sessions in turn until none may learn more; the characters of all."""
    texts = []
    for name in sorted(os.listdir(os.path.join(ROOT, "corpora"))):
        if name.endswith(".txt"):
            with open(os.path.join(ROOT, "corpora", name), encoding="utf-8") as file:
                texts.append(file.read())
    text = "".join(texts)
    sessions = [call(server, "/v1/sessions", {})[1]["id"] for _ in range(count)]
    learned, place = 0, 0
    while sessions:
        for session in list(sessions):
            part = text[place:place + 3000]
            place = (place + 3000) % (len(text) - 3000)
            status, _ = call(server, f"/v1/sessions/{session}/keyboard", {"add": part})
            if status != 200:
                sessions.remove(session)
            else:
                learned += len(part)
    return learned


def percentile(values, share):
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1] if len(values) > 1 else values[0]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--sessions", action="store_true")
    parser.add_argument("program")
    options = parser.parse_args()
    begin = time.monotonic()
    with Server(options.program, "--log", "off") as server:
        ready, idle = time.monotonic() - begin, server.resident_megabytes
        print("| what | clients | per second | p50 | p95 |\n|---|---|---|---|---|")
        for kind, name in [("words", "words, a text growing by a key"), ("cold", "words, a new text of 4,000 characters"),
                           ("fill", "a blank"), ("surprise", "the surprise of 2,000 characters"),
                           ("write", "64 tokens, whole")]:
            for clients in CLIENTS:
                wrk(server, kind, clients, 2)
                rate, *times = wrk(server, kind, clients, options.seconds)
                cells = " | ".join(f"{value:.1f} ms" for value in times)
                print(f"| {name} | {clients} | {rate:,.0f} | {cells} |", flush=True)
        for clients in CLIENTS:
            rate, first, late = streams(server, clients, options.seconds)
            print(f"| 64 tokens, streamed: first event | {clients} | {rate:,.0f} tokens | {first:.1f} ms | {late:.1f} ms |",
                  flush=True)
        print(f"\nready after {ready:.2f} s; resident: {idle:.0f} MB at rest, {server.resident_megabytes:.0f} MB afterwards")
        if options.sessions:
            learned = fill_sessions(server)
            print(f"64 sessions that learned {learned:,} characters: {server.resident_megabytes:.0f} MB")


main()
