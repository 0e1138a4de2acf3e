"""Materialized paths: the position of a consultant in the network as a text, so that a team is a
range of it.

A path has the ids of all consultants from the top down to the position itself, eight digits each:
Ana (7) above Bea (12) above Carla (9) is ``000000070000001200000009``. It is derived from the
sponsors only, so it can be rebuilt at any time (``agreement``). Digits sort the same in every
database and collation: a team is the range between its leader's path and the next one.
"""

STEP = 8
LONGEST = 2000  # PostgreSQL keeps at most some 2,700 bytes in an index
MOST_LEVELS = LONGEST // STEP


def step(key: int) -> str:
    return f"{key:0{STEP}d}"


def path_below(sponsor_path: str, key: int) -> str:
    """The path of consultant ``key`` directly below a sponsor's path ("" for the top)."""
    return sponsor_path + step(key)


def keys_on(path: str) -> list[int]:
    """The ids of the consultants in a path, from the top down."""
    return [int(path[start : start + STEP]) for start in range(0, len(path), STEP)]


def after(path: str) -> str:
    """The end of a team's range: the first text after a path and all paths below it."""
    return path[:-STEP] + step(int(path[-STEP:]) + 1)


def depth_of(path: str) -> int:
    """The level of a path; 1 at the top."""
    return len(path) // STEP


def is_below(path: str, leader_path: str) -> bool:
    """Whether a path is below a leader's, not the leader's own."""
    return path != leader_path and path.startswith(leader_path)
