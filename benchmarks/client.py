"""A small client that keeps its connections, and what it measured."""

import gzip
import http.client
import statistics
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass
class Measured:
    """Milliseconds are medians over all requests of all connections."""

    milliseconds: float
    per_second: float
    errors: int
    bytes: int


def ask(connection, address, headers):
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.headers.get("Content-Encoding", ""), answer.read()


def measure(url, address, *, cookie="", connections=1, seconds=3.0):
    """Ask for one page again and again, over some connections at a time."""
    parts, headers = urlsplit(url), {"Accept-Encoding": "gzip", "Accept-Language": "pl"}
    if cookie:
        headers["Cookie"] = f"sessionid={cookie}"
    took, wrong, size = [], [], []
    until = time.perf_counter() + seconds

    def work():
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
        while time.perf_counter() < until:
            began = time.perf_counter()
            try:
                status, encoding, body = ask(connection, address, headers)
            except (OSError, http.client.HTTPException) as error:
                wrong.append(repr(error))
                connection.close()
                continue
            took.append((time.perf_counter() - began) * 1000)
            if status != 200:
                wrong.append(status)
            elif not size:
                size.append(len(body if encoding == "gzip" else gzip.compress(body, 6)))

    threads = [threading.Thread(target=work) for _ in range(connections)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.perf_counter() - began
    return Measured(statistics.median(took or [0]), len(took) / spent, len(wrong), size[0] if size else 0)
