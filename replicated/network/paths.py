"""How a place in the network is written as one text, so that a whole team is one range of it.

A path is the numbers of everybody from the top down, eight digits each, the place's own last:
Ana (7) above Bea (12) above Carla (9) is ``000000070000001200000009``. It follows from who sponsors
whom and from nothing else, so it can be written anew at any time (``agreement``). Digits sort
alike in every database and language: a team is what lies between its leader's path and the next.
"""

STEP = 8
LONGEST = 2000  # PostgreSQL keeps at most some 2,700 bytes in an index
MOST_LEVELS = LONGEST // STEP


def step(key: int) -> str:
    return f"{key:0{STEP}d}"


def path_below(sponsor_path: str, key: int) -> str:
    """The path of consultant ``key`` right below a sponsor's ("" for the top of the network)."""
    return sponsor_path + step(key)


def keys_on(path: str) -> list[int]:
    """The consultants from the top down to the place itself."""
    return [int(path[start : start + STEP]) for start in range(0, len(path), STEP)]


def after(path: str) -> str:
    """The first text behind a place and its whole team."""
    return path[:-STEP] + step(int(path[-STEP:]) + 1)


def depth_of(path: str) -> int:
    """1 for those at the top."""
    return len(path) // STEP


def is_below(path: str, leader_path: str) -> bool:
    """Whether a place belongs to a leader's team; nobody is in their own."""
    return path != leader_path and path.startswith(leader_path)
