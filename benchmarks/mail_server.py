"""A mail server for benchmarks: as little as the protocol allows, so that it is not what is measured.

Prints its port; then answers each line of input: `count` with [different letters, repeated], `forget` with the same
after which it counts anew.
"""

import asyncio
import json
import re
import sys
from collections import Counter

IDENTITY = re.compile(rb"^Message-ID: (\S+)", re.M)
letters: Counter[bytes] = Counter()
ANSWERS = {b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n", b"EHLO": b"250-here\r\n250 PIPELINING\r\n"}


async def talk(reader, writer):
    writer.write(b"220 ready\r\n")
    while line := await reader.readline():
        verb = line[:4].upper().strip()
        writer.write(ANSWERS.get(verb, b"250 OK\r\n"))
        if verb == b"DATA":
            letter = await reader.readuntil(b"\r\n.\r\n")
            letters[IDENTITY.search(letter)[1]] += 1
            writer.write(b"250 OK\r\n")
        if verb == b"QUIT":
            break
    writer.close()


async def quietly(reader, writer):
    try:
        await talk(reader, writer)
    except (ConnectionError, asyncio.IncompleteReadError):
        writer.close()


async def main():
    server = await asyncio.start_server(quietly, "127.0.0.1", 0, limit=2**24)
    print(server.sockets[0].getsockname()[1], flush=True)
    while question := (await asyncio.to_thread(sys.stdin.readline)).strip():
        print(json.dumps([len(letters), letters.total() - len(letters)]), flush=True)
        if question == "forget":
            letters.clear()


if __name__ == "__main__":
    asyncio.run(main())
