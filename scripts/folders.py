"""Whether the folders that this installation writes to can be written; standard library only."""

import getpass
import os
import tempfile


def trouble_with(folder):
    """Why nothing can be written into a folder, in the system's words; "" where it can.

    The folder is made where it is missing.
    """
    try:
        os.makedirs(str(folder), exist_ok=True)
        # The least that has to fit, so that a full disk is found too.
        with tempfile.TemporaryFile(dir=str(folder)) as probe:
            probe.write(b"." * 65536)
            probe.flush()
    except OSError as error:
        return error.strerror or str(error)
    return ""


def advice(folder, why, variable=""):
    """What to say and do about a folder that cannot be written."""
    lines = [f"Nothing can be written in {folder}: {why}."]
    try:
        who = getpass.getuser()
    except (KeyError, OSError):
        who = str(os.getuid())
    lines.append(
        "If it is somebody else's, make it yours: "
        f"sudo chown -R {who} '{folder}'. If the disk is full, make room."
    )
    if variable:
        lines.append(f"Or choose another folder: {variable}=/another/folder make run")
    return "\n".join(lines)


def trouble_at_start(root, var):
    """What keeps the shop from starting, as a text; "" where nothing does."""
    inside = [
        var / name for name in ("media", "search", "pages", "static") if (var / name).exists()
    ]
    for folder in [var, *inside]:
        if why := trouble_with(folder):
            return advice(folder, why, "VITRINA_VAR")
    for file in sorted(var.glob("*.sqlite3*")):
        if not os.access(file, os.R_OK | os.W_OK):
            return advice(file, "no permission", "VITRINA_VAR")
    # The catalogues of words are compiled beside their sources.
    if why := trouble_with(root / "locale"):
        return advice(root / "locale", why)
    return ""
