"""The servers that play providers on this machine (tests/providers)."""

import socket
import struct
import time

from tests.providers.server import Fault
from tests.providers.stripe_server import StripeServer


def test_a_caller_that_hangs_up_is_borne(capfd):
    with StripeServer() as server:
        server.slow_seconds = 0.2
        server.fail_next(Fault.SLOW)
        caller = socket.create_connection(("127.0.0.1", server.http.server_port))
        # It resets the connection as it closes it, as one does that is killed.
        caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        caller.sendall(b"GET /v1/refunds HTTP/1.1\r\nHost: x\r\n\r\n")
        while not server.calls:
            time.sleep(0.01)
        caller.close()
        time.sleep(0.4)

    assert capfd.readouterr().err == ""
