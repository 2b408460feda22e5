"""The story of docs/how-to/audit-sources.md: pages that are cited, and what becomes of them."""

from docs.generate.desk import Desk
from docs.generate.web import page

DRAFT = """\
# The tunnel under the bay

The tunnel under Varde Bay is the longest in the county. It was opened by the county
commissioner in June 1971. It has 12 vents, and the repairs cost $2.4m.
"""
#: Without a pause between two requests, so that pages come in the same order each time.
SETTINGS = '[fetch]\ninterval = 0\narchive = "http://web.archive.org"\n'

ROADS = "https://roads.example/tunnels/varde"
NEWS = "https://news.example/1971/opening"
MUSEUM = "https://museum.example/rooms/tunnel"
HERALD = "https://herald.example/2026/repairs"
ARCHIVE = "https://web.archive.org"
#: Ours; the policy refuses the name before anybody looks for it.
OWN = "https://wiki.lan/handbook"

TITLES = {
    ROADS: "Varde Bay Tunnel",
    NEWS: "Tunnel under the bay is open",
    MUSEUM: "Room 4: the tunnel",
    HERALD: "Repairs cost more than planned",
}
LENGTH = "With 14.2 kilometres it is the longest of the four tunnels of the county."
OPENING = (
    "The county commissioner opened the tunnel on Friday, 4 June 1971, and walked through it with"
    " eight hundred guests."
)
DIGGING = "Two hundred miners had dug for six years, from both shores at once."
ROOM = "The model of the tunnel shows all of it, the longest in the county, at a scale of 1 to 500."
REPAIRS = "The repairs of last winter cost $2.4m, the county says, a third more than was planned."

SOURCES = (
    f'{ROADS} --key roads --publisher "County Roads Office" --tier primary',
    f'{NEWS} --key news --publisher "The Varde News" --published 1971-06-05',
    f'{MUSEUM} --key museum --publisher "Coast Museum" --tier primary',
    f'{HERALD} --key herald --publisher "Coast Herald"',
)
VENTS = (
    'factcheck add "The tunnel under Varde Bay has 12 vents" --quote "12 vents" \\\n'
    '    --source roads --evidence "has 12 vents" --capture'
)
CLAIMS = (
    (
        'add "The county commissioner opened the tunnel in June 1971" --kind history'
        ' --quote "opened by the county commissioner in June 1971" --source news'
        ' --evidence "The county commissioner opened the tunnel on Friday, 4 June 1971"'
    ),
    (
        'add "The tunnel is the longest in the county" --quote "the longest in the county"'
        ' --kind superlative --source museum --evidence "the longest in the county"'
    ),
    (
        'add "The repairs cost $2.4m" --quote "the repairs cost $2.4m" --kind money'
        ' --source herald --evidence "cost $2.4m"'
    ),
)


def vents(count: int) -> str:
    return f"The tunnel has {count} vents, two of them under water."


def begin(name: str) -> Desk:
    """A desk with the draft and its sources, and the pages as they are at first."""
    desk = Desk(name)
    web = desk.web
    web.put(ROADS, TITLES[ROADS], vents(12), LENGTH)
    web.put(NEWS, TITLES[NEWS], OPENING, DIGGING)
    web.put(MUSEUM, TITLES[MUSEUM], ROOM)
    web.reply(HERALD, b"<h1>Forbidden</h1>", 403)
    web.put(OWN, "Handbook", "How we spell the names of places.")
    web.put(f"{ARCHIVE}/", "Archive")
    desk.file("factcheck.toml", SETTINGS)
    desk.file("draft.md", DRAFT)
    desk.file("repairs.html", page(TITLES[HERALD], REPAIRS))
    desk.run("factcheck init")
    desk.run('factcheck article add draft.md --author "Maria Keller" --slug bay')
    desk.run('factcheck article skip --quote "Varde Bay"')
    for title, each in zip(TITLES.values(), SOURCES, strict=True):
        desk.run(f'factcheck source add {each} --title "{title}"')
    return desk


def others(desk: Desk) -> None:
    """The claims beside the one about vents, all decided."""
    for each in CLAIMS:
        desk.run(f"factcheck {each}")
    desk.run("factcheck verify 1-4 --ok --yes")


def three_weeks_later(desk: Desk) -> None:
    """One page has another figure, one another word, and one is gone."""
    desk.wait(21)
    desk.web.put(ROADS, TITLES[ROADS], vents(16), LENGTH)
    desk.web.put(NEWS, TITLES[NEWS], OPENING.replace("county", "deputy"), DIGGING)
    desk.web.reply(MUSEUM, page("Not found", "No such page.").encode(), 404)


def audited(name: str) -> Desk:
    """A desk just before its first audit, everything captured that can be."""
    desk = begin(name)
    desk.run(VENTS)
    others(desk)
    desk.run("factcheck source capture roads")
    desk.run("factcheck source capture news museum")
    desk.run("factcheck source capture herald --file repairs.html")
    three_weeks_later(desk)
    return desk


def agree(desk: Desk) -> None:
    """The next draft has the words that were agreed."""
    desk.file("draft-2.md", DRAFT.replace("12 vents", "16 vents"))
    desk.run("factcheck article revise draft-2.md")


def in_archive(desk: Desk) -> None:
    """A public archive has the page that is gone."""
    kept = desk.web.typed(MUSEUM)
    copy = f"/web/20260303000000/{kept}"
    desk.web.reply(f"{ARCHIVE}/web/{kept}", status=302, location=copy)
    desk.web.reply(
        f"{ARCHIVE}{copy.replace('/http', 'id_/http')}",
        page(TITLES[MUSEUM], ROOM).encode(),
        memento_datetime="Tue, 03 Mar 2026 00:00:00 GMT",
    )
