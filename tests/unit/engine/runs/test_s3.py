"""A run on a server that speaks S3 is the same as in a folder; addresses of files are folders too."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from importlib.util import find_spec

import pytest

from dateline.engine.runs.faults import RunError
from dateline.engine.runs.files import Files
from dateline.engine.runs.loading import finished_run, pages_of_run
from dateline.model import Rejection
from tests.unit.engine.runs.run_rows import hash_of_rows

needs_server = pytest.mark.skipif(
    not os.environ.get("DATELINE_LONG") or find_spec("moto") is None,
    reason="the server of S3 (moto) is not installed, or DATELINE_LONG is not set",
)
KEYS = {"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "AWS_EC2_METADATA_DISABLED": "true"}


@pytest.fixture
def bucket(monkeypatch):
    """The address of a bucket on a server of this machine."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield f"s3://runs?endpoint_override=127.0.0.1:{port}&scheme=http&allow_bucket_creation=true&region=us-east-1"
    finally:
        server.kill()
        server.wait()


def _wait_for(port):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the server of S3 did not start")


@needs_server
def test_a_run_on_a_server_is_the_same_and_is_made_once(made, crawl, bucket, whole):
    place = bucket.replace("s3://runs?", "s3://runs/month?")
    report = made(crawl, place)
    assert hash_of_rows(place) == hash_of_rows(whole)
    assert made(crawl, place) == report
    assert not Files.at(place).names("work/arrays")


def test_the_address_of_a_folder_is_that_folder(made, crawl, tmp_path):
    made(crawl[:1], (tmp_path / "out").as_uri())
    files, report = finished_run(str(tmp_path / "out"))
    read = [one for one in pages_of_run(files, report) if not isinstance(one, Rejection)]
    assert len(read) == report.articles + report.repeated


def test_an_address_of_no_known_kind_is_refused():
    with pytest.raises(RunError) as error:
        Files.at("ftp://news.example/run")
    assert error.value.code == "bad_address"


def test_a_file_that_is_not_written_to_its_end_is_not_there(tmp_path):
    files = Files.at(str(tmp_path))

    def write_half():
        with files._draft("readings/one.parquet") as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()
    assert files.names("readings") == []
    assert list((tmp_path / "readings").iterdir()) == []
