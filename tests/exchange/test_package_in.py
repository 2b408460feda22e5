"""A hand-over that comes in: whole, again, into a colleague's database, and from strangers."""

import io
import json
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import BadInput, Refused
from factcheck.exchange import package_in, package_zip, part
from factcheck.exchange.package_in import Taken, is_package
from factcheck.models import Evidence
from factcheck.services import lookup, sources
from factcheck.services.sources import NewSource
from tests.exchange import handover
from tests.exchange.copies import Copy, of_kind, records
from tests.exchange.handover import LATER, PAGE, TEXT, docx, files, packed, sha256, zipped

Make = Callable[[], Copy]

COUNTS = (
    "SELECT (SELECT count(*) FROM step), (SELECT count(*) FROM event), "
    "(SELECT count(*) FROM blob), (SELECT count(*) FROM snapshot), (SELECT count(*) FROM visit), "
    "(SELECT count(*) FROM sighting)"
)
#: What was seen, without the numbers that are a copy's own.
LOOKS = {
    "snapshot": "SELECT uid, how, url, final_url, name, status, media_type, headers, hops, "
    "sha256, size, text_sha256, extractor, page FROM snapshot ORDER BY uid",
    "visit": "SELECT uid, url, final_url, state, status, hops, message, detail FROM visit "
    "ORDER BY uid",
    "sighting": 'SELECT uid, state, start, "end", found, changes, why, prefix, suffix '
    "FROM sighting ORDER BY uid",
}


@pytest.fixture(scope="session")
def filled_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = handover.filled_file(sqlite_template, tmp_path_factory.mktemp("package"))
    with Copy(f"sqlite:///{path}", path.parent).writing() as session:
        handover.looked(session, handover.later(1), LATER)
    return path


@pytest.fixture
def desk(filled_file: Path, tmp_path: Path) -> Copy:
    """The colleague's, with a source that was looked at twice."""
    return handover.copied(filled_file, tmp_path)


@pytest.fixture(scope="session")
def sent(filled_file: Path) -> bytes:
    """What the colleague sent, with an alias where the name of a source stood."""
    return packed(Copy(f"sqlite:///{filled_file}", filled_file.parent))[0]


@pytest.fixture
def lite(another: Make) -> Copy:
    """A database on SQLite, for what is refused before any database is asked."""
    return another()


def take(copy: Copy, data: bytes, who: str = "Ann Checker", **options: Any) -> Taken:
    with copy.writing(who) as session:
        return package_in.take(session, io.BytesIO(data), **options)


def refused(copy: Copy, data: bytes, **options: Any) -> BadInput:
    before = copy.ask(COUNTS)
    with pytest.raises(BadInput) as caught:
        take(copy, data, **options)
    assert copy.ask(COUNTS) == before
    assert caught.value.hint
    return caught.value


def lines(copy: Copy, *scope: Any) -> str:
    with copy.reading() as session:
        return "".join(part.lines(session, part.chosen(session, *scope)))


def presences(copy: Copy) -> list[Any]:
    """What is known of each quotation, without the numbers of snapshots."""
    with copy.reading() as session:
        found: list[Any] = [session.get_one(Evidence, number).presence for number in (1, 3)]
    for each in found:
        for look in (each, each["read"]):
            del look["snapshot"]
    return found


# Whole


def test_a_hand_over_comes_in_as_it_was(desk: Copy, empty: Copy) -> None:
    data, summary = packed(desk, reveal=True)
    taken = take(empty, data)
    assert (taken.snapshots, taken.originals, taken.refused, taken.extra) == (2, 1, [], [])
    assert sum(taken.records.added.values()) == summary.records
    assert lines(empty, [1], []) == lines(desk, [1], []) == files(data)["records.jsonl"].decode()
    for kind, query in LOOKS.items():
        assert list(map(str, empty.ask(query))) == list(map(str, desk.ask(query))), kind
    assert presences(empty) == presences(desk)
    assert empty.check() == []


def test_a_masked_hand_over_comes_in_too(desk: Copy, empty: Copy) -> None:
    data, _ = packed(desk)
    assert take(empty, data).refused == []
    assert lines(empty, [1], []) == files(data)["records.jsonl"].decode().replace(
        '"protected":0', '"protected":1', 1
    )
    assert packed(empty)[1].veiled == 1
    assert empty.check() == []


def test_what_came_in_can_be_handed_on(desk: Copy, empty: Copy) -> None:
    data, _ = packed(desk, reveal=True)
    take(empty, data)
    again = files(packed(empty, reveal=True)[0])
    before = files(data)
    assert again["records.jsonl"] == before["records.jsonl"]
    assert again["articles/train/draft-1.docx"] == docx(TEXT)
    assert again["sources/snapshots.jsonl"] == before["sources/snapshots.jsonl"]


def test_the_quotation_that_was_lost_is_lost_here(desk: Copy, empty: Copy) -> None:
    stale = "SELECT stale FROM claim WHERE id = 1"
    assert desk.one(stale)
    take(empty, packed(desk, reveal=True)[0])
    assert empty.one(stale)
    assert presences(empty)[0]["state"] == "altered-material"


def test_a_hand_over_on_disk(desk: Copy, copy: Copy, tmp_path: Path) -> None:
    file = tmp_path / "train.zip"
    file.write_bytes(packed(desk)[0])
    assert is_package(file)
    told: list[tuple[int, int | None]] = []
    with copy.writing() as session:
        package_in.take(session, file, progress=lambda *done: told.append(done))
    assert told
    assert copy.count("claim") == 2


def test_packed_again_by_hand_it_is_the_same(desk: Copy, copy: Copy) -> None:
    content = files(packed(desk)[0])
    again = dict(sorted(content.items())) | {".DS_Store": b"x", "Notizen f\u00fcr Anna.txt": b"y"}
    data = zipped(again, folder="")
    assert is_package(io.BytesIO(data))
    taken = take(copy, data)
    assert taken.extra == [".DS_Store", "Notizen f\u00fcr Anna.txt"]
    assert taken.snapshots == 2


# Again, and beside what is here


def test_twice_changes_nothing(desk: Copy, copy: Copy) -> None:
    data, summary = packed(desk, reveal=True)
    take(copy, data)
    before, known = copy.ask(COUNTS), copy.ask("SELECT presence FROM evidence ORDER BY id")
    taken = take(copy, data, "Somebody New")
    assert not taken.records.wrote
    assert taken.records.unchanged == summary.records
    assert (taken.snapshots, taken.originals) == (0, 0)
    assert copy.ask(COUNTS) == before
    assert copy.ask("SELECT presence FROM evidence ORDER BY id") == known


def test_other_numbers_lead_to_the_same_sources(desk: Copy, copy: Copy) -> None:
    with copy.writing() as session:
        for count in range(6):
            sources.add(session, NewSource(f"Something else {count}", key=f"else-{count}"))
        handover.looked(session, handover.AT, b"<p>Else</p>", key="else-0")
    taken = take(copy, packed(desk, reveal=True)[0])
    assert ("source", 4, 8) in taken.records.renumbered or taken.records.renumbered
    atlas = "SELECT id FROM source WHERE key = 'atlas'"
    assert copy.ask("SELECT DISTINCT source_id FROM snapshot ORDER BY 1") == [
        (1,), (copy.one(atlas),),
    ]  # fmt: skip
    assert copy.one("SELECT stale FROM claim WHERE outcome IS NOT NULL AND verdict_id IS NOT NULL")
    with copy.reading() as session:
        piece = session.query(Evidence).order_by(Evidence.id).first()
        assert piece is not None
        known: Any = piece.presence
        newest = copy.one("SELECT max(id) FROM snapshot")
        assert (known["state"], known["read"]["snapshot"]) == ("altered-material", newest)
    assert copy.check() == []
    before = copy.ask(COUNTS)
    take(copy, packed(desk, reveal=True)[0])
    assert copy.ask(COUNTS) == before


def test_a_masked_one_writes_over_no_name(desk: Copy) -> None:
    data, _ = packed(desk)
    before = desk.export(), desk.ask(COUNTS)
    taken = take(desk, data)
    assert (desk.export(), desk.ask(COUNTS)) == before
    told = {(each.kind, each.number): each.fields for each in taken.records.conflicts}
    assert told["source", 6] == [
        "title", "url", "publisher", "author", "published", "origin_id", "kept",
    ]  # fmt: skip
    assert told["claim", 1][0] == "text"
    assert not any(each.overwritten for each in taken.records.conflicts)
    assert taken.snapshots == 0


def test_a_masked_one_is_never_put_over_ours(desk: Copy) -> None:
    before = desk.export()
    with pytest.raises(Refused) as caught:
        take(desk, packed(desk)[0], theirs=True)
    assert "--theirs" in caught.value.message
    assert desk.export() == before
    assert take(desk, packed(desk, reveal=True)[0], theirs=True).records.conflicts == []


def test_what_was_looked_at_later_here_stays(desk: Copy, copy: Copy) -> None:
    first, _ = packed(desk, reveal=True)
    take(copy, first)
    with copy.writing() as session:
        handover.looked(session, handover.later(9), PAGE)
    known = presences(copy)
    assert known[0]["state"] == "exact"
    take(copy, first)
    assert presences(copy) == known


def test_what_they_looked_at_later_comes_in(desk: Copy, copy: Copy) -> None:
    take(copy, packed(desk, reveal=True)[0])
    with desk.writing() as session:
        handover.looked(session, handover.later(9), PAGE)
    taken = take(copy, packed(desk, reveal=True)[0])
    assert (taken.records.wrote, taken.snapshots) == (False, 1)
    assert presences(copy)[0]["state"] == "exact"
    assert not copy.one("SELECT stale FROM claim WHERE id = 1")
    assert copy.check() == []


def test_a_quotation_that_reads_otherwise_here_is_not_called_seen(desk: Copy, copy: Copy) -> None:
    data, _ = packed(desk, reveal=True)
    with_records = files(data)["records.jsonl"].decode()
    copy.take(with_records)
    with copy.writing() as session:
        session.get_one(Evidence, 1).quote = "The train has 22 carriages"
    assert take(copy, data).snapshots == 2
    with copy.reading() as session:
        assert session.get_one(Evidence, 1).presence is None
        assert session.get_one(Evidence, 3).presence is not None


def test_all_of_it_goes_with_a_rollback(desk: Copy, copy: Copy) -> None:
    class Tried(Exception):
        pass

    def tried() -> None:
        with copy.writing() as session:
            package_in.take(session, io.BytesIO(packed(desk)[0]))
            raise Tried

    before = copy.export(), copy.ask(COUNTS)
    with pytest.raises(Tried):
        tried()
    assert (copy.export(), copy.ask(COUNTS)) == before


# What was changed on the way


def repacked(data: bytes, **changed: bytes | None) -> bytes:
    """The same with other files, or without them; `sums` makes the sums and manifest anew."""
    content = files(data)
    for name, new in changed.items():
        if new is None:
            del content[name]
        else:
            content[name] = new
    return zipped(content)


def resummed(data: bytes, changed: dict[str, bytes]) -> bytes:
    """A package that somebody changed, sums and all."""
    content = files(data) | changed
    told = json.loads(content["manifest.json"])
    for each in told["files"]:
        each["sha256"] = sha256(content[each["name"]])
    content["manifest.json"] = json.dumps(told).encode()
    del content["SHA256SUMS"]
    sums = "".join(f"{sha256(data)}  {name}\n" for name, data in content.items())
    return zipped({**content, "SHA256SUMS": sums.encode()})


@pytest.mark.parametrize(
    "name",
    [
        "records.jsonl", "articles/train/draft-1.txt", "sources/atlas/1-2026-11-20.html",
        "sources/snapshots.jsonl", "README.txt", "manifest.json",
    ],
)  # fmt: skip
def test_a_file_that_was_changed(sent: bytes, lite: Copy, name: str) -> None:
    data = sent
    other = files(data)[name].replace(b"0", b"1")
    error = refused(lite, repacked(data, **{name: other}))
    assert repr(name) in error.message
    assert "SHA-256" in error.message


@pytest.mark.parametrize("name", ["articles/train/draft-1.txt", "SHA256SUMS", "README.txt"])
def test_a_file_that_is_missing(sent: bytes, lite: Copy, name: str) -> None:
    error = refused(lite, repacked(sent, **{name: None}))
    assert error.message == f"The package lacks {name!r}."


def test_a_sum_that_is_missing_or_nonsense(sent: bytes, lite: Copy) -> None:
    data = sent
    sums = files(data)["SHA256SUMS"]
    first, rest = sums.split(b"\n", 1)
    assert "does not list 'records.jsonl'" in refused(lite, repacked(data, SHA256SUMS=rest)).message
    for nonsense in (b"abc  records.jsonl", first + b"\n" + first, b"\xff\xfe"):
        broken = repacked(data, SHA256SUMS=nonsense + b"\n" + sums)
        assert "is no sum of a file" in refused(lite, broken).message


def test_windows_ends_of_lines_in_the_sums(sent: bytes, lite: Copy) -> None:
    data = sent
    sums = files(data)["SHA256SUMS"].replace(b"\n", b"\r\n")
    assert take(lite, repacked(data, SHA256SUMS=sums)).snapshots == 2


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b"{", "damaged"),
        (b"\xff", "damaged"),
        (b"[" * 100_000, "damaged"),
        (b"[]", "not that of a hand-over"),
        (b'{"format":"factcheck-package"}', "which version"),
        (b'{"format":"factcheck-package","version":true}', "which version"),
        (b'{"format":"factcheck-package","version":9}', "newer factcheck"),
        (b'{"format":"factcheck-package","version":1,"files":7}', "what the files are"),
        (b'{"format":"factcheck-package","version":1,"files":[{"name":1}]}', "what the files are"),
        (b'{"format":"factcheck-package","version":1,"files":[]}', "does not name records.jsonl"),
    ],
)
def test_a_manifest_that_says_nothing(sent: bytes, lite: Copy, manifest: bytes, said: str) -> None:
    error = refused(lite, repacked(sent, **{"manifest.json": manifest}))
    assert said in error.message


def test_two_hand_overs_in_one(sent: bytes, lite: Copy) -> None:
    content = files(sent)
    both = {f"{folder}/{name}": data for folder in ("a", "b") for name, data in content.items()}
    assert "more than one" in refused(lite, zipped(both, folder="")).message


# What strangers send


def test_records_that_cannot_be_stored(sent: bytes, lite: Copy) -> None:
    data = sent
    lines = files(data)["records.jsonl"].replace(b'"kind":"other"', b'"kind":"colour"')
    error = refused(lite, resummed(data, {"records.jsonl": lines}))
    assert "colour" in error.message
    assert error.line


def test_what_cannot_be_taken_is_left_out(desk: Copy, lite: Copy) -> None:
    data, _ = packed(desk, reveal=True)
    lines = files(data)["records.jsonl"].decode()
    (wanted,) = [each for each in of_kind(lines, "source") if each["key"] == "atlas"]
    broken = lines.replace('"key":"atlas",', '"key":"12",').encode()
    assert wanted["id"] == 4
    taken = take(lite, resummed(data, {"records.jsonl": broken}), keep_going=True)
    assert "source" in taken.records.refused[0].reason
    # Its two snapshots, two visits, and what was seen of its two quotations in each.
    assert len(taken.refused) == 8
    assert "that it is about is not here" in taken.refused[0].reason
    assert (taken.snapshots, lite.count("visit")) == (0, 0)
    assert lite.check() == []


def changed_line(data: bytes, kind: str, **values: Any) -> bytes:
    """The lines of what sources said, the first of a kind with other values."""
    found = [json.loads(line) for line in files(data)["sources/snapshots.jsonl"].splitlines()]
    line = next(each for each in found if each["kind"] == kind)
    for name, value in values.items():
        if value is ...:
            del line["record"][name]
        else:
            line["record"][name] = value
    return "".join(json.dumps(each) + "\n" for each in found).encode()


PRESENT = {
    "at": "2026-11-20T09:00:00Z", "snapshot": None, "state": "exact", "why": None, "read": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "values", "said"),
    [
        ("snapshot", {"sha256": ...}, "sha256 is null"),
        ("snapshot", {"colour": 1}, "colour is 1"),
        ("snapshot", {"sha256": "0" * 64}, "lacks the bytes 000000000000"),
        ("snapshot", {"sha256": "../../x"}, "sha256 is"),
        ("snapshot", {"text_sha256": "1" * 64}, "lacks the bytes 111111111111"),
        ("snapshot", {"uid": "x"}, "uid is"),
        ("snapshot", {"at": "yesterday"}, "at is"),
        ("snapshot", {"at": "2026-02-31T00:00:00Z"}, "at is"),
        ("snapshot", {"at": None}, "at is"),
        ("snapshot", {"how": "stolen"}, "how is"),
        ("snapshot", {"status": True}, "status is"),
        ("snapshot", {"size": 10**12}, "size is"),
        ("snapshot", {"partial": 1}, "partial is"),
        ("snapshot", {"headers": {}}, "headers is"),
        ("snapshot", {"headers": [["a"]]}, "headers is"),
        ("snapshot", {"hops": [["301", "x"]]}, "hops is"),
        ("snapshot", {"page": {}}, "page is"),
        ("snapshot", {"page": []}, "page is"),
        ("snapshot", {"url": "a\0b"}, "NUL"),
        ("snapshot", {"url": "a\ud800b"}, "surrogate"),
        ("snapshot", {"source": "nobody"}, "source nobody that it is about"),
        ("snapshot", {"source": None}, "source None that it is about"),
        ("visit", {"state": "gone-fishing"}, "state is"),
        ("visit", {"detail": []}, "detail is"),
        ("visit", {"detail": {"updates": [1]}}, "detail is"),
        ("visit", {"detail": {"moved_to": "https://x.example.org"}}, "detail is"),
        ("sighting", {"state": "seen"}, "state is"),
        ("sighting", {"changes": [["a", 1, None]]}, "changes is"),
        ("sighting", {"evidence": "nobody"}, "evidence nobody"),
        ("sighting", {"basis": "x"}, "basis is"),
        ("sighting", {"start": -1}, "start is"),
        ("presence", {"presence": {}}, "presence is"),
        ("presence", {"presence": {**PRESENT, "state": "there"}}, "presence is"),
        ("presence", {"presence": {**PRESENT, "read": {}}}, "presence is"),
        ("presence", {"quote_sha256": 1}, "quote_sha256 is"),
    ],
)
def test_what_cannot_be_kept_is_refused(
    sent: bytes, lite: Copy, kind: str, values: dict[str, Any], said: str
) -> None:
    data = sent
    lines = changed_line(data, kind, **values)
    error = refused(lite, resummed(data, {"sources/snapshots.jsonl": lines}))
    assert said in error.message
    assert error.line


def marked(data: bytes, **values: Any) -> bytes:
    """The same, with another page of the first snapshot."""
    first = json.loads(files(data)["sources/snapshots.jsonl"].splitlines()[0])["record"]["page"]
    return changed_line(data, "snapshot", page={**first, **values})


@pytest.mark.parametrize(
    "values",
    [
        {"marks": [[1, 2]]}, {"marks": [[2, 1, "struck"]]}, {"marks": [[0, 1, "bold"]]},
        {"words": "7"}, {"trouble": "tired"}, {"notices": "x"}, {"notices": [1]},
        {"changed": "much"}, {"changed": 0.5, "since": "then"}, {"paywalled": None},
    ],
)  # fmt: skip
def test_a_page_that_would_break_an_audit_is_refused(
    sent: bytes, lite: Copy, values: dict[str, Any]
) -> None:
    data = sent
    lines = marked(data, **values)
    error = refused(lite, resummed(data, {"sources/snapshots.jsonl": lines}))
    assert "page is" in error.message


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "no JSON"),
        (b"\xff", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[]", "no line of a hand-over"),
        (b'{"kind":"snapshot"}', "no line of a hand-over"),
        (b'{"kind":"blob","record":{}}', "'blob' is nothing that was seen"),
        (b'{"kind":[],"record":{}}', "is nothing that was seen"),
        (b'{"kind":"visit","record":[]}', "is nothing that was seen"),
        (b'{"kind":"visit","record":{"at":NaN}}', "no JSON"),
    ],
)
def test_a_line_that_is_none(sent: bytes, lite: Copy, line: bytes, said: str) -> None:
    data = sent
    error = refused(lite, resummed(data, {"sources/snapshots.jsonl": line + b"\n"}))
    assert said in error.message
    assert error.line == 1


def hostile(data: bytes, change: Callable[[zipfile.ZipFile], object]) -> bytes:
    """A good package with something added to it."""
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as whole:
        change(whole)
    return file.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt", "train-handover/../../evil.txt", "/etc/passwd", "C:\\evil.txt", "C:evil.txt",
        "train-handover\\evil.txt", "train-handover//x", "./x", "a\nb", "a\x1b[31m", "a\u202eb",
        "a\u200bb", "x/./y", "",
    ],
)  # fmt: skip
def test_names_that_lead_astray(sent: bytes, lite: Copy, name: str) -> None:
    data = hostile(sent, lambda whole: _add_as(whole, name))
    assert "is no name for a file" in refused(lite, data).message


def _add_as(whole: zipfile.ZipFile, name: str) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = name
    whole.writestr(info, b"evil")


def test_a_name_that_ends_at_a_nul(sent: bytes, lite: Copy) -> None:
    data = hostile(sent, lambda whole: _add_as(whole, "manifest.json\x00.txt"))
    assert "is no name for a file" in refused(lite, data).message


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_two_files_of_one_name(sent: bytes, lite: Copy) -> None:
    name = "train-handover/records.jsonl"
    data = hostile(sent, lambda whole: whole.writestr(name, b"{}"))
    assert refused(lite, data).message == f"{name!r} is in the package twice."


@pytest.mark.parametrize("name", ["Train-Handover/RECORDS.jsonl", "train-handover/records.jsonl/"])
def test_two_files_that_are_one_elsewhere(sent: bytes, lite: Copy, name: str) -> None:
    data = hostile(sent, lambda whole: whole.writestr(name, b""))
    assert "beside 'train-handover/records.jsonl'" in refused(lite, data).message


def test_a_link_is_no_file(sent: bytes, lite: Copy) -> None:
    info = zipfile.ZipInfo("train-handover/link")
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    data = hostile(sent, lambda whole: whole.writestr(info, b"/etc/passwd"))
    assert "is a link or a device" in refused(lite, data).message


def test_what_is_encrypted(sent: bytes, lite: Copy) -> None:
    data = bytearray(sent)
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(head) + place] |= 1
    assert refused(lite, bytes(data)).message == "'train-handover/records.jsonl' is encrypted."


def test_what_is_packed_otherwise(sent: bytes, lite: Copy) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as whole:
        for name, data in files(sent).items():
            whole.writestr(f"x-handover/{name}", data)
    assert "is packed in a way" in refused(lite, file.getvalue()).message


def test_a_zip_bomb_is_not_unpacked(lite: Copy) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as whole:
        for number in range(3):
            whole.writestr(f"x-handover/{number}", b"\0" * 90_000_000)
    assert "times its size" in refused(lite, file.getvalue()).message


@pytest.mark.parametrize(
    ("size", "said"),
    [(200_000_001, "longer than 200 MB"), (4_000_000_001, "longer than")],
)
def test_a_file_that_says_it_is_huge(sent: bytes, lite: Copy, size: int, said: str) -> None:
    data = bytearray(sent)
    name = b"README.txt" if size < 2**30 else b"records.jsonl"
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(name))
    data[at + 24 : at + 28] = struct.pack("<I", size)
    assert said in refused(lite, bytes(data)).message


def test_a_file_that_is_longer_than_it_says(sent: bytes, lite: Copy) -> None:
    data = bytearray(sent)
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"README.txt"))
    data[at + 24 : at + 28] = struct.pack("<I", 3)
    assert refused(lite, bytes(data)).message.startswith(("The package is damaged", "'README.txt'"))


def test_files_that_overlap(lite: Copy) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as whole:
        whole.writestr("x-handover/manifest.json", b"x" * 1000)
        one = whole.infolist()[0]
        for number in range(5):
            again = zipfile.ZipInfo(f"x-handover/{number}")
            again.header_offset, again.CRC = one.header_offset, one.CRC
            again.compress_size = again.file_size = one.file_size
            whole.filelist.append(again)
    assert refused(lite, file.getvalue()).message == "The files in this zip overlap."


def test_a_list_of_files_without_end(sent: bytes, lite: Copy) -> None:
    data = bytearray(sent)
    at = data.rfind(b"PK\x05\x06")
    data[at + 12 : at + 16] = struct.pack("<I", 0xFFFFFFF0)
    assert "too long" in refused(lite, bytes(data)).message
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, 10**15, 1)
    longer = bytes(data[:at]) + locator + bytes(data[at:])
    assert "too long" in refused(lite, longer).message


@pytest.mark.parametrize("kept", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_hand_over_that_is_cut_off(sent: bytes, lite: Copy, kept: float) -> None:
    data = sent
    short = data[: int(len(data) * kept)]
    assert is_package(io.BytesIO(short)) is (kept > 0)
    assert "no zip file, or one that is cut off" in refused(lite, short).message


def test_every_byte_that_turns_is_noticed(desk: Copy) -> None:
    data, _ = packed(desk, claims=[3])
    wanted = files(data)
    for place in range(0, len(data), 97):
        turned = bytearray(data)
        turned[place] ^= 0xFF
        try:
            package = package_zip.Package(io.BytesIO(bytes(turned)))
            package.verify()
        except BadInput:
            continue
        # A time or a flag: the files are all as they were.
        assert {name: package.read(name) for name in package.sums} == {
            name: wanted[name] for name in package.sums
        }


def test_what_is_a_hand_over_and_what_is_not(sent: bytes) -> None:
    assert is_package(io.BytesIO(sent))
    assert not is_package(io.BytesIO(docx("Words")))
    assert not is_package(io.BytesIO(b""))
    assert not is_package(io.BytesIO(b'{"factcheck":"export"}'))
    assert not is_package(io.BytesIO(b"PK\x03\x04 and nothing"))


def test_a_file_stands_at_its_beginning_afterwards(sent: bytes) -> None:
    file = io.BytesIO(sent)
    is_package(file)
    assert file.tell() == 0


def test_another_zip_is_no_hand_over(lite: Copy) -> None:
    assert "no hand-over in this zip" in refused(lite, docx("Words")).message


def test_a_file_that_is_not_there(lite: Copy, tmp_path: Path) -> None:
    with lite.writing() as session, pytest.raises(BadInput) as caught:
        package_in.take(session, tmp_path / "none.zip")
    assert "cannot be read" in caught.value.message


def test_its_records_are_an_export_of_their_own(sent: bytes, lite: Copy) -> None:
    lines = files(sent)["records.jsonl"].decode()
    lite.take(lines)
    assert {each["kind"] for each in records(lines)} >= {"claim", "source", "person"}
    with lite.reading() as session:
        assert lookup.source(session, "official").title == "a senior official"
