"""`make run` where it may not write: what is wrong and what to do, no traceback."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

RUN = [sys.executable, str(settings.ROOT / "scripts/run.py")]
# Root may write everywhere, unless it lays that right down first.
AS_ANYBODY = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"]


def start(**environment: str):
    return subprocess.run(
        [*(AS_ANYBODY if os.geteuid() == 0 else []), *RUN],
        env={"PATH": os.environ["PATH"], "PORT": "8999", **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_folder_that_cannot_be_written_is_named_with_what_to_do(tmp_path):
    # given that a file stands where the shop's folder is to be
    var = tmp_path / "var"
    var.write_text("")
    # when it starts
    started = start(VITRINA_VAR=str(var))
    # then it says so and ends
    assert started.returncode == 1
    assert f"Nothing can be written in {var}" in started.stdout
    assert "VITRINA_VAR=/another/folder" in started.stdout
    assert "Traceback" not in started.stdout + started.stderr


@pytest.mark.parametrize("what", ["", "media", "vitrina.sqlite3"])
def test_what_belongs_to_somebody_else_is_named(tmp_path, what):
    (tmp_path / "media").mkdir()
    (tmp_path / "vitrina.sqlite3").write_text("")
    (tmp_path / what).chmod(0o500)
    try:
        started = start(VITRINA_VAR=str(tmp_path))
    finally:
        (tmp_path / what).chmod(0o700)
    assert started.returncode == 1
    assert f"Nothing can be written in {tmp_path / what}" in started.stdout
    assert "chown" in started.stdout


def test_a_full_disk_is_said(tmp_path):
    # given a limit to what a file may hold, which is all that a full disk is to a program
    started = subprocess.run(
        ["bash", "-c", 'trap "" XFSZ; ulimit -f 1; exec "$0" "$@"', *RUN],
        env={"PATH": os.environ["PATH"], "PORT": "8999", "VITRINA_VAR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert started.returncode == 1
    assert "make room" in started.stdout
    assert "Traceback" not in started.stdout + started.stderr
