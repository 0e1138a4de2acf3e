"""A piece of a file, where a browser asks for one (RFC 9110, 14): players do, to go on within a
film."""

import re
from collections.abc import Iterator

# One piece; who asks for several at once gets the whole.
ONE_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
CHUNK = 64 * 1024


def piece_of(response, request, file):
    """Have ``response``, which streams the whole ``file``, answer with the piece that the request
    asks for, if it does; with 416 where that lies beyond the end."""
    if response.status_code != 200 or request.method != "GET":
        return response
    response["Accept-Ranges"] = "bytes"
    asked = ONE_RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if not asked or not any(asked.groups()):
        return response
    if_range = request.headers.get("If-Range")
    if if_range and if_range != response.get("ETag"):
        return response
    size = file.size
    first, last = asked.groups()
    start = int(first) if first else max(0, size - int(last))
    end = min(int(last), size - 1) if first and last else size - 1
    is_there = start < size and start <= end
    length = end - start + 1 if is_there else 0
    # What was to be streamed is closed with the response.
    response.streaming_content = _read(file, start, length)
    response.status_code = 206 if is_there else 416
    response["Content-Range"] = f"bytes {start}-{end}/{size}" if is_there else f"bytes */{size}"
    response["Content-Length"] = str(length)
    return response


def _read(file, start: int, length: int) -> Iterator[bytes]:
    with file.storage.open(file.name) as source:
        source.seek(start)
        while length > 0 and (chunk := source.read(min(CHUNK, length))):
            length -= len(chunk)
            yield chunk
