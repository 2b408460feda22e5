"""What each word means, in the words of the reference. A word that is missing here is an error."""

KINDS = {
    "name": "how somebody or something is called, and how it is spelt",
    "title": "somebody's office or rank",
    "age": "how old somebody or something is",
    "date": "a day, month, year or weekday",
    "number": "how many",
    "calculation": "a figure worked out from others",
    "measurement": "a length, weight, speed, temperature ...",
    "money": "a sum of money",
    "statistic": "a figure that somebody counted or estimated for many",
    "superlative": "first, largest, only, never before",
    "quote": "words that somebody is said to have said, verbatim",
    "paraphrase": "what somebody is said to have said, in other words",
    "history": "what happened before",
    "place": "where something is or happened",
    "description": "what something looks like",
    "science": "what research is said to have found",
    "law": "what a law, contract or court says",
    "organisation": "what a company, office or group is or does",
    "image": "what a picture shows, or its caption",
    "attribution": "that a certain person or body says so",
    "contact": "an address, a telephone number, a link",
    "opinion": "what somebody thinks of it",
    "prediction": "what will or could happen",
    "other": "anything else",
}
STANCES = {
    "supports": "it says what the claim says",
    "refutes": "it says otherwise",
    "context": "it helps to understand, and decides nothing",
}
OUTCOMES = {
    "cut": "a cut was asked for, and the words are gone from the newest draft",
    "stet": "the editor lets it stand",
    "ask": "a question to the author is open",
    "ok-as-changed": "the agreed words stand in the newest draft",
    "change": "other words are proposed or agreed, and are not in the draft yet",
    "attribute": "the words shall say who says so, and do not yet",
    "cut-asked": "the words shall go, and are still there",
    "open": "there is no verdict",
    "ok-on-author": "supported, by the author's word alone",
    "ok": "supported",
    "partly": "mixed",
    "wrong": "refuted",
    "sources-differ": "conflicting",
    "cant-confirm": "not enough evidence",
    "no-fact": "not checkable",
}
CONCLUSIONS = {
    "supported": "it is right",
    "mixed": "right in part, or right and misleading",
    "refuted": "it is wrong",
    "conflicting": "good sources differ",
    "not-enough-evidence": "looked for, and not found; `--cant-confirm` says why",
    "not-checkable": "an opinion or a prediction",
}
WHYS = {
    "no-answer": "asked, and nobody answered",
    "refused": "asked, and they would not say",
    "no-record": "looked, and there is no record of it",
    "no-time": "there was no time to look further",
    "unknowable": "nobody can know",
}
ACTIONS = {
    "change": "other words",
    "attribute": "say who says so",
    "cut": "take the words out",
    "stet": "leave them as they are",
}
FIX_STATES = {
    "proposed": "the checker wants it",
    "agreed": "the author or editor agreed",
    "overruled": "somebody will not have it; it is in force no more",
}
SOURCE_KINDS = {
    "page": "a web page",
    "document": "a paper, letter, file",
    "book": "a book",
    "dataset": "a table, a database",
    "person": "somebody who told you",
    "recording": "sound or film",
    "post": "something in a social network",
    "notes": "notes of the author or of the checker",
    "other": "anything else",
}
HOWS = {
    "page": "read on a screen",
    "print": "read on paper",
    "recording": "heard or seen as a recording",
    "call": "said on the telephone",
    "message": "written by mail or message",
    "meeting": "said face to face",
    "notes": "read in somebody's notes",
    "witnessed": "seen with one's own eyes",
    "calculation": "worked out",
}
TIERS = {
    "primary": "the thing itself: the law, the speech, the eyewitness, the dataset",
    "secondary": "somebody who reports on it",
    "tertiary": "somebody who sums up reports: a handbook, an encyclopedia",
}
TERMS = {
    "on-record": "may be named and quoted",
    "background": "may be quoted, not named",
    "deep-background": "may be used, neither quoted nor hinted at",
    "off-record": "may not be used",
}
NOTE_KINDS = {
    "note": "anything",
    "call": "a call that was made",
    "mail": "a mail that was sent",
    "reply": "what came back",
    "why-chosen": "why this source and no other",
    "looked-against": "where contrary evidence was looked for",
}
VALUE_KINDS = {
    "quantity": "a measure with a unit: 37 mph",
    "count": "how many: about 20 carriages",
    "money": "a sum in a currency: $2.4bn",
    "percent": "a share in hundredths: 12 percent",
    "percentage-point": "a difference of two shares in percent",
    "ratio": "a share or a multiple: one in five, three times",
    "duration": "how long: over four years",
    "age": "how old: aged 39",
    "date": "a day, month, year or interval, in `iso`",
    "time": "a time of day, in `iso`",
    "ordinal": "which in a row: the first, third-largest",
}
BOUNDS = {
    "exact": "as it stands",
    "about": "about, some, around",
    "at-most": "up to, no more than; of a date: until, through",
    "at-least": "at least; of a date: since, from",
    "less-than": "under, fewer than, almost; of a date: before",
    "more-than": "over, more than; of a date: after",
    "between": "from one to the other",
}
RESULTS = {
    "agrees": "the two say the same, as exactly as they were written",
    "disagrees": "they do not",
    "not-comparable": "there is nothing to compare, or it would not be fair; the explanation says",
}
PRIORITIES = {
    "low": "if there is time",
    "normal": "like most",
    "high": "first: names, accusations, figures in the headline",
}
SPAN_STATES = {
    "exact": "the same words at the same place",
    "moved": "the same words at another place",
    "changed": "other words at that place",
    "lost": "the words are gone",
}
FATES = {
    "carried": "the same words, here or at another place",
    "agreed": "other words, the agreed ones",
    "changed": "other words than agreed: look at them again",
    "cut": "gone, as agreed",
    "returned": "its words were lost, and are back",
    "lost": "the words are gone",
}
ZONES = {
    "headline": "the title, and headings within the text",
    "deck": "the lines between headline and text",
    "body": "the text; whatever is nothing else",
    "caption": "what stands under a picture",
    "pull-quote": "words of the text set large beside it",
    "footnote": "a note below the text; it counts as no gap",
    "table": "figures in rows",
}
ANNOTATION_KINDS = {
    "comment": "a comment in the margin",
    "footnote": "a footnote",
    "endnote": "an endnote",
    "link": "words that lead to an address",
    "highlight": "words on a colour",
    "underline": "words that are underlined",
}
FORMATS = {
    "text": "plain text, kept code point for code point",
    "markdown": "Markdown, kept code point for code point",
    "html": "a web page: its visible text",
    "docx": "Word, LibreOffice, Google Docs",
    "pdf": "a PDF with a text layer",
}
PRESENCES = {
    "exact": "it stands there letter for letter",
    "folded": "the same words in other typography: quotation marks, hyphens, blanks",
    "altered-minor": "a few words are others, and it says the same",
    "altered-material": "a figure, unit, date, name, negation or the like is another one",
    "moved-or-replaced": "not there; something like it is, and may be another sentence",
    "context-changed": "it stands there struck through, or under a correction or retraction",
    "ambiguous": "it stands there several times; give a longer quotation",
    "absent": "the page was read whole, and it is not there",
    "no-quote": "nothing verbatim is recorded, so that nothing can be looked for",
    "could-not-look": "the page could not be read; never the same as absent",
}
LOOKS = {
    "read": ("the page was read", "there"),
    "unchanged": ("the server says that nothing has changed", "there"),
    "not-found": ("the server says that there is no such page (404, 410)", "strike"),
    "no-such-name": ("there is no such host", "strike"),
    "unreachable": ("nobody answered", "strike"),
    "too-slow": ("it took more than a minute", "strike"),
    "server-error": ("the server has trouble of its own", "strike"),
    "bad-answer": ("what came is no answer", "strike"),
    "bad-redirect": ("it leads nowhere, or in circles", "strike"),
    "soft-404": ("an answer of 200 that is an error page", "replaced"),
    "parked": ("the domain is for sale", "replaced"),
    "home-page": ("the address leads to the front of the site now", "replaced"),
    "certificate": ("nobody vouches for the server", "trouble"),
    "unsafe": ("the address leads into a private network", "refused"),
    "bad-address": ("it is no address that can be fetched", "refused"),
    "refused": ("the server refuses us (403, 451 ...)", "kept"),
    "throttled": ("the server has had enough questions for now (429)", "kept"),
    "robots": ("robots.txt asks programs to stay away", "kept"),
    "challenged": ("a test for robots stands before it", "kept"),
    "login": ("it asks for a login", "kept"),
    "consent": ("it asks for consent to cookies first", "kept"),
    "paywall": ("it is for subscribers; what is free was read", "paywall"),
    "unreadable": ("the page came, and its text could not be read", "kept"),
    "too-large": ("it is larger than 25 MB", "kept"),
    "offline": ("nothing at all answered: the network here failed", "kept"),
}
#: What a look of a kind amounts to.
AMOUNTS = {
    "there": "the page is there; failures before it are forgotten",
    "strike": "a failure (L106); several of them, days apart, are L101 or L102",
    "replaced": "no longer the page (L104)",
    "trouble": "was not read (L105)",
    "refused": "was not asked (L107)",
    "kept": "could not check (L106)",
    "paywall": "the page is there; could not check (L106) what is quoted and not in the free part",
}
CAPTURES = {
    "fetched": "somebody asked for it",
    "visited": "an audit came by, and the page had changed",
    "file": "somebody gave a file",
    "archive": "a public copy of the page",
}
AUDIENCES = {
    "internal": "all of it; protected sources by their alias",
    "author": "open questions, and what is proposed for the words",
    "editor": "what is not plain OK: questions, fixes, wrong and open claims, re-checks, and what"
    " was let stand; no findings",
    "public": "what was decided and stands in the words that run, with evidence that was seen;"
    " no work in progress, no notes, no checkers' names unless the house names them",
}
CORRECTION_KINDS = {
    "correction": "something was wrong",
    "clarification": "it was right, and could be misunderstood",
    "update": "it was right, and something has happened since",
    "retraction": "the piece, or the passage, is taken back",
}
CORRECTION_SEVERITIES = {
    "minor": "a name, a day, a figure; what the piece says stays",
    "substantial": "what the piece says is another thing now",
}
STATUSES = {
    "DONE": "done",
    "CHECK_FAILED": "a check says no: findings of an audit, an open gate, a damaged database;"
    " or something was left out by `--keep-going`",
    "USAGE": "the command line or the input is wrong, or a rule forbids it; nothing was changed",
    "NOT_FOUND": "there is no such record",
    "DATABASE": "the database cannot serve: not there, locked, older or newer, damaged",
    "NETWORK": "the network failed: a page was not captured, or an audit could look at nothing",
    "BUG": "a bug in factcheck; the message says where the details were written",
    "INTERRUPTED": "interrupted, as by Ctrl-C",
}
CODES = {
    "bad-input": "a value, file or line that cannot be taken",
    "usage": "the command line itself is wrong",
    "refused": "a rule of the house or of the record forbids it",
    "conflict": "somebody else changed the record meanwhile",
    "not-found": "no record by that number or name",
    "check-failed": "a check says no, or something was left out",
    "database": "the database cannot serve, for another reason than the next six",
    "database-missing": "there is no database; `factcheck init` makes one",
    "database-foreign": "a file that is not ours, or is damaged",
    "database-behind": "an older schema; `factcheck db upgrade` helps",
    "database-ahead": "made by a newer factcheck; install that one",
    "database-locked": "somebody else has been writing for too long; try again",
    "database-read-only": "it cannot be written: the file, the folder or the rights",
    "network": "a page could not be fetched, or none of them; what was fetched is kept",
    "interrupted": "interrupted, as by Ctrl-C",
    "bug": "a bug in factcheck; please report it",
}
VIEWS = {
    "readable_claims": "every claim with its article, verdict, reason and who decided",
    "readable_evidence": "every piece of evidence with its claim and source",
    "readable_sources": "every source, and how often it is cited",
    "open_work": "claims that want something done",
}
