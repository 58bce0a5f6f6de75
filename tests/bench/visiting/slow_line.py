"""A slow line to a server: a relay with one rate and one delay for all that passes it.

A browser's own emulation is set for each page and worker apart; a line is slow for all of them,
also for a service worker.
"""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

PIECE = 16_384
AHEAD = 8
"""Pieces that wait on the line for one connection."""


@dataclass(frozen=True, slots=True)
class Line:
    """How slow."""

    rate: float
    """Bytes a second, down, of all connections together."""
    delay: float
    """Seconds there and back."""


FOUR_G = Line(rate=9e6 / 8, delay=0.17)
"""9 Mbit/s and 170 ms, which test tools for web pages call 4G."""


@contextmanager
def slowed(address: str, line: Line) -> Iterator[str]:
    """The server at `address` behind a slow line; gives its address there."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    relay = _Relay(urlsplit(address).port or 80, line)
    server = asyncio.run_coroutine_threadsafe(
        asyncio.start_server(relay.connected, "127.0.0.1", 0), loop
    ).result()
    port = server.sockets[0].getsockname()[1]
    try:
        yield urlsplit(address)._replace(netloc=f"127.0.0.1:{port}").geturl()
    finally:
        asyncio.run_coroutine_threadsafe(_ended(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _ended() -> None:
    """Ends every connection."""
    running = asyncio.all_tasks() - {asyncio.current_task()}
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


@dataclass(slots=True)
class _Relay:
    port: int
    line: Line
    free: float = field(default=0.0)
    """When the line will have sent what was given to it."""

    async def connected(self, down: asyncio.StreamReader, up: asyncio.StreamWriter) -> None:
        """Relays one connection; opening it costs one way there and back."""
        await asyncio.sleep(self.line.delay)
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        with suppress(OSError, asyncio.CancelledError):
            await asyncio.gather(self._piped(down, writer, 0.0), self._piped(reader, up, 1.0))
        for end in (writer, up):
            end.close()

    async def _piped(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, counts: float
    ) -> None:
        """Hands on what `source` sends, when a line of this rate would have."""
        waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(AHEAD)
        writing = asyncio.create_task(_written(waiting, target))
        try:
            while data := await source.read(PIECE):
                now = asyncio.get_running_loop().time()
                self.free = max(now, self.free) + counts * len(data) / self.line.rate
                due = max(self.free if counts else now, now) + self.line.delay / 2
                await waiting.put((due, data))
            await waiting.put((0.0, b""))
            await writing
        finally:
            writing.cancel()


async def _written(waiting: asyncio.Queue[tuple[float, bytes]], to: asyncio.StreamWriter) -> None:
    while True:
        due, data = await waiting.get()
        if not data:
            to.write_eof()
            return
        await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))
        to.write(data)
        await to.drain()
