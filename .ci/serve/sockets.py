"""Hostile, slow and hasty clients, each by its bytes; the server has to stay well and answer everybody else."""

import concurrent.futures
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import tempfile
import time

from serve.running import Server

COMPLETION = {"prompt": "O mar", "max_tokens": 4096, "seed": 1, "stream": True, "stream_interval_ms": 0}


def connect(server, seconds=30):
    return socket.create_connection(("127.0.0.1", server.port), timeout=seconds)


def head(server, path, length=None, more=""):
    size = "" if length is None else f"Content-Length: {length}\r\n"
    return (
        f"POST {path} HTTP/1.1\r\nHost: localhost:{server.port}\r\nContent-Type: application/json\r\n{size}{more}\r\n"
    ).encode()


def post(server, path, body, seconds=60):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=seconds)
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    connection.request("POST", path, data, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, text, dict(answer.getheaders())


def get(server, path, seconds=10):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=seconds)
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def check_health(server):
    start = time.monotonic()
    status, text = get(server, "/health", 1)
    if status != 200:
        raise SystemExit(f"error: /health says {status} {text}")
    return time.monotonic() - start


def metric(server, name):
    for line in get(server, "/metrics")[1].splitlines():
        if line.startswith(name + " "):
            return float(line.split()[1])
    return 0.0


def received(connection):
    data = b""
    try:
        while part := connection.recv(1 << 16):
            data += part
    except (ConnectionError, TimeoutError):
        pass
    return data


def hostile(server):
    """Requests that are none."""
    cases = [
        b"GET / HTTP/1.1\r\nX: " + b"a" * (2 << 20) + b"\r\n\r\n",
        b"GET /" + b"a" * (1 << 20) + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)),
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 5000 + b"\r\n",
        b"POST /v1/fill HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/fill HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        head(server, "/v1/fill", more="Transfer-Encoding: chunked\r\n") + b"zz\r\n",
        head(server, "/v1/fill", 20_000_000) + b"a" * 100,
        b"GET /../../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n", b"\x00" * 1000, b"\r\n\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ]
    for case in cases:
        connection = connect(server, 3)
        try:
            connection.sendall(case)
        except OSError:
            pass
        status = received(connection)[:12]
        connection.close()
        if status.startswith(b"HTTP/1.1 2") or status.startswith(b"HTTP/1.1 5"):
            raise SystemExit(f"error: {case[:60]} was answered by {status}")
        check_health(server)
    print(f"{len(cases)} hostile requests harmed nobody")


def bodies(server, count):
    """Bodies drawn from a seed: none may be the server's fault."""
    generator = random.Random(7)
    names = ["prompt", "text", "n", "max_tokens", "n_predict", "temperature", "seed", "stop", "stream", "logprobs",
             "echo", "count", "content", "tokens", "top_k", "top_p", "logit_bias", "input_suffix", "x", "model", "units",
             "partial", "fold", "finish", "session", "n_probs", "response_fields", "ttl_seconds", "layer", "method",
             "remember", "length", "lines", "no_echo", "form", "theme", "metre", "rhyme", "strict", "acrostic", "first_line"]
    values = ["0", "1", "-1", "3", "1.5", "1e9", "-9223372036854775809", "1e400", "NaN", "true", "null", '""', '"a"',
              '"Os alunos "', '"\\u0000é😀"', '"\\ud800"', "[]", "[1]", '["a",[2]]', "{}", '{"1":2}', "[[1,2]]", "2e-5",
              '"___"', '"portugues"', '"ABAB"', '"soneto"', '"10,6"', "[" * 40, '"' + "a" * 5000 + '"']
    paths = ["/v1/completions", "/completion", "/infill", "/tokenize", "/detokenize", "/v1/next-words", "/v1/fill",
             "/v1/surprise", "/v1/gates", "/v1/sessions", "/v1/sessions/x/keyboard", "/v1/sample", "/v1/verse"]
    statuses = {}
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    for _ in range(count):
        path = generator.choice(paths)
        chosen = generator.sample(names, generator.randint(0, 4))
        members = [f'"{name}":{generator.choice(values)}' for name in chosen]
        if not {"max_tokens", "n_predict"} & set(chosen) and ("ompletion" in path or path == "/infill"):
            members.append('"max_tokens":2')
        if path == "/v1/sample":
            members = [member for member in members if not member.startswith(('"length"', '"lines"'))] + ['"length":2']
        # A poem takes seconds; of these bodies only refusals are of interest.
        if path == "/v1/verse":
            members.append('"form":"ode"')
        body = "{" + ",".join(members) + "}"
        if generator.random() < 0.1:
            place = generator.randrange(len(body) + 1)
            body = body[:place] + generator.choice(['"', "{", "\x00", "é", ""]) + body[place + 1:]
        connection.request("POST", path, body.encode(), {"Content-Type": "application/json"})
        answer = connection.getresponse()
        text = answer.read()
        statuses[answer.status] = statuses.get(answer.status, 0) + 1
        if answer.status == 201:
            # There is room for so many sessions alone.
            connection.request("DELETE", "/v1/sessions/" + json.loads(text)["id"])
            connection.getresponse().read()
        if not (200 <= answer.status < 300 or 400 <= answer.status < 500):
            raise SystemExit(f"error: {path} {body[:300]} is answered by {answer.status}")
    connection.close()
    print(f"{count} generated bodies: " + ", ".join(f"{statuses[key]} × {key}" for key in sorted(statuses)))


def messages(server, count):
    """Requests whose bytes were changed anywhere, drawn from a seed: each is answered or its connection closed, and
    none by a fault of the server's."""
    body = json.dumps({"prompt": "O mar", "max_tokens": 2}).encode()
    sound = [
        head(server, "/v1/completions", len(body)) + body, b"GET /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n",
        head(server, "/tokenize", more="Transfer-Encoding: chunked\r\n") + b'f\r\n{"content":"ab"}\r\n0\r\n\r\n',
        b"OPTIONS /v1/fill HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n\r\n",
    ]
    pieces = [b"\r\n", b"\n", b"\x00", b":", b" ", b"\xff", b"HTTP/9.9", b"Content-Length: 9\r\n", b"%00", b"a" * 5000, b""]

    def changed(number):
        generator = random.Random(number)
        message = generator.choice(sound)
        for _ in range(generator.randint(1, 4)):
            start = generator.randrange(len(message) + 1)
            end = min(len(message), start + generator.choice([0, 1, 1, 4, 40]))
            message = message[:start] + generator.choice(pieces) + message[end:]
        return message

    def send(number):
        message = changed(number)
        # Where the server waits for the rest, it is left.
        answer = b""
        try:
            with connect(server, 0.5) as connection:
                connection.sendall(message)
                answer = connection.recv(1 << 12)
        except OSError:
            pass
        if answer.startswith(b"HTTP/1.1 5"):
            raise SystemExit(f"error: {message[:200]} is answered by {answer[:200]}")
        return answer[9:12].decode("latin-1") or "nothing"

    statuses, slowest = {}, 0.0
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        for place, status in enumerate(pool.map(send, range(count))):
            statuses[status] = statuses.get(status, 0) + 1
            if place % 50 == 0:
                slowest = max(slowest, check_health(server))
    found = ", ".join(f"{statuses[key]} × {key}" for key in sorted(statuses))
    print(f"{count} changed messages: {found}; /health within {1000 * slowest:.0f} ms")


def aborts(server, count=1000):
    """Streams whose clients leave after the first event."""
    files, memory = server.open_files, server.resident_megabytes

    def leave(_):
        connection = connect(server)
        body = json.dumps(COMPLETION).encode()
        connection.sendall(head(server, "/v1/completions", len(body)) + body)
        data = b""
        while b"data: " not in data:
            part = connection.recv(1 << 14)
            if not part:
                raise SystemExit(f"error: a stream ended with {data[:200]}")
            data += part
        connection.close()

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        list(pool.map(leave, range(count)))
    deadline = time.monotonic() + 5
    while metric(server, "textgen_texts_running") > 0 or server.open_files > files + 2:
        if time.monotonic() > deadline:
            raise SystemExit(
                f"error: {metric(server, 'textgen_texts_running')} texts go on, {server.open_files} files are open "
                f"in place of {files}")
        time.sleep(0.02)
    grown = server.resident_megabytes - memory
    if grown > 64:
        raise SystemExit(f"error: {count} streams that were left took {grown:.0f} MB for good")
    print(f"{count} streams were left; no text goes on, no file is open, {max(0, grown):.0f} MB more")


def slow(server, count=200):
    """Clients that send a byte a second, promise bodies, or read nothing, beside a quick one."""
    def listed():
        begin = time.monotonic()
        status, text, _ = post(server, "/v1/next-words", {"text": "Os alunos "})
        if status != 200:
            raise SystemExit(f"error: beside slow clients a list is answered by {status} {text}")
        return 1000 * (time.monotonic() - begin)

    alone = sorted(listed() for _ in range(100))
    beside = []
    connections = []
    for number in range(count):
        connection = connect(server)
        if number % 3 == 0:
            connection.sendall(b"GET /health HTTP/1.1\r\nHo")
        elif number % 3 == 1:
            connection.sendall(head(server, "/v1/fill", 100) + b"{")
        else:
            body = json.dumps(COMPLETION).encode()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            if number % 9 == 2:
                connection.sendall(head(server, "/v1/completions", len(body)) + body)
        connections.append(connection)
    slowest = 0.0
    start = time.monotonic()
    while time.monotonic() - start < 17:
        slowest = max(slowest, check_health(server))
        beside += [listed() for _ in range(10)]
        for connection in connections[::3]:
            try:
                connection.send(b"a")
            except OSError:
                pass
        time.sleep(1)
    answers = [received_now(connection) for connection in connections]
    late = sum(answer.startswith(b"HTTP/1.1 408") for answer in answers)
    for connection in connections:
        connection.close()
    if late < count // 3:
        raise SystemExit(f"error: of {count // 3} bodies that were promised {late} were answered by 408")
    beside.sort()
    print(
        f"{count} slow clients, {late} × 408; /health within {1000 * slowest:.0f} ms; 95 % of a quick one's lists within "
        f"{beside[len(beside) * 95 // 100]:.1f} ms, {alone[95]:.1f} alone")


def received_now(connection):
    connection.setblocking(False)
    try:
        return connection.recv(64)
    except OSError:
        return b""


def run(server, count):
    hostile(server)
    bodies(server, count)
    messages(server, max(100, count // 10))
    aborts(server)
    slow(server)


def check_open(program):
    """The browser is asked for the page once the server is ready."""
    with tempfile.TemporaryDirectory() as folder:
        browser, note = os.path.join(folder, "xdg-open"), os.path.join(folder, "note")
        with open(browser, "w", encoding="ascii") as file:
            file.write(f'#!/bin/sh\necho "$1" > {note}.part && mv {note}.part {note}\n')
        os.chmod(browser, 0o755)
        path = os.environ["PATH"]
        os.environ["PATH"] = folder + ":" + path
        try:
            with Server(program, "--open") as server:
                for _ in range(200):
                    if os.path.exists(note):
                        break
                    time.sleep(0.05)
                with open(note, encoding="ascii") as file:
                    asked = file.read().strip()
                if asked != server.url + "/":
                    raise SystemExit(f"error: the browser is asked for {asked}; expected {server.url}/")
        finally:
            os.environ["PATH"] = path
    print("the page opens in the browser")


def check_service(program):
    """The server takes a socket that a service manager hands over, and tells it how it is."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as listener:
        path = os.path.join(folder, "notify")
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notes:
            notes.bind(path)
            notes.settimeout(20)
            server = Server(program)
            place = listener.fileno()
            command = f'exec 3<&{place}; LISTEN_PID=$$ LISTEN_FDS=1 NOTIFY_SOCKET={path} exec "$0" serve'
            server.words, server.files = ["bash", "-c", command, program], (place,)
            with server:
                if server.port != listener.getsockname()[1]:
                    raise SystemExit(f"error: the server listens on {server.port}, not on the socket it was given")
                check_health(server)
                heard = [notes.recv(64)]
            heard.append(notes.recv(64))
    if heard != [b"READY=1", b"STOPPING=1"]:
        raise SystemExit(f"error: the service manager hears {heard}")
    print("a service manager hands a socket over, and hears how the server is")


def check_failures(program):
    """A server that can't begin says so in one sentence, and ends with status 1 by itself."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        for words, expected in ((["--port", port], f"port {port} is taken"), (["--port", "0", "--model", "none"], "none")):
            ended = subprocess.run([program, "serve", *words], capture_output=True, text=True, timeout=60, check=False)
            said = [line for line in ended.stderr.splitlines() if line.startswith("textgen: error: ")]
            if ended.returncode != 1 or len(said) != 1 or expected not in said[0]:
                raise SystemExit(f"error: serve {' '.join(words)} ended with {ended.returncode}: {ended.stderr[-500:]}")
    print("a server that can't begin says why and ends")


def check_stop(program):
    """A signal ends streams as `length`, and the server within 10 seconds with status 0."""
    with Server(program) as server:
        connection = connect(server)
        body = json.dumps(COMPLETION | {"n": 16}).encode()
        connection.sendall(head(server, "/v1/completions", len(body)) + body)
        connection.recv(1 << 12)
        start = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        data = received(connection)
        server.process.wait(15)
        taken = time.monotonic() - start
    if taken > 10:
        raise SystemExit(f"error: after a signal the server took {taken:.1f} s")
    if b'"finish_reason":"length"' not in data or b"[DONE]" not in data:
        raise SystemExit(f"error: after a signal a stream ended with {data[-300:]}")
    print(f"a signal ends the server in {taken:.1f} s, and its streams well")


def check_overload(program):
    """What is too much is refused at once, with the time after which to try again."""
    with Server(program, "--parallel", "1", "--queue", "2") as server:
        body = {"prompt": "O mar", "max_tokens": 2000, "seed": 1}
        post(server, "/v1/completions", body)
        memory, times = server.resident_megabytes, []

        def ask(_):
            begin = time.monotonic()
            answer = post(server, "/v1/completions", body)
            if answer[0] == 503:
                times.append(1000 * (time.monotonic() - begin))
            return answer

        with concurrent.futures.ThreadPoolExecutor(64) as pool:
            answers = list(pool.map(ask, range(400)))
        grown = server.resident_megabytes - memory
        statuses = sorted(status for status, _, _ in answers)
        refused = [headers for status, _, headers in answers if status == 503]
        if not refused or 200 not in statuses or any(int(headers["retry-after"]) < 1 for headers in refused):
            raise SystemExit(f"error: too many requests are answered by {statuses}")
        texts = {text.split(b'"choices"')[1] for status, text, _ in answers if status == 200}
        if len(texts) != 1:
            raise SystemExit("error: equal requests have different texts")
    if grown > 64:
        raise SystemExit(f"error: too many requests took {grown:.0f} MB for good")
    times.sort()
    print(
        f"of 400 requests for one place, 64 at a time, {len(refused)} were refused, with Retry-After, 99 % of them within "
        f"{times[len(times) * 99 // 100]:.0f} ms; {max(0, grown):.0f} MB more")
