"""The words that say who says it, a table a language."""

from typing import NamedTuple


def words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# What may follow a verb, or come before it:
#   *  anything (say)                     c  a clause without "that"
#   n  a noun: "highlighted the risks"    t  an infinitive: "vowed to", "urged them to"
#   i  its content may come first: "C, he noted"
#   w  a question word: "said when"       a  an object with "as": "described it as"
#   q  a quotation within its object: called the ruling "a mistake"
#   o  an object before the content: "told Reuters that"
#   p  a preposition: "warned of"         v  the form is also a noun: "reports", "claims"
# "that", a colon and a quotation may follow every one of them, except where only "q" stands.
ENGLISH_VERBS: dict[str, str] = {
    "accuse": "n",
    "acknowledge": "cni",
    "add": "ci",
    "admit": "ci",
    "advise": "t",
    "affirm": "ci",
    "agree": "i",
    "allege": "cni",
    "announce": "cni",
    "answer": "iv",
    "argue": "ci",
    "ask": "iwo",
    "assert": "ci",
    "assume": "ci",
    "assure": "o",
    "believe": "ci",
    "blame": "nv",
    "boast": "i",
    "brand": "qv",
    "calculate": "c",
    "call": "qv",
    "caution": "civ",
    "characterise": "aq",
    "characterize": "aq",
    "charge": "civ",
    "claim": "civ",
    "comment": "iv",
    "complain": "cip",
    "concede": "ci",
    "conclude": "ci",
    "condemn": "n",
    "confess": "ci",
    "confirm": "cniw",
    "contend": "ci",
    "continue": "i",
    "counter": "iv",
    "criticise": "n",
    "criticize": "n",
    "cry": "iv",
    "declare": "ciq",
    "demand": "nv",
    "denounce": "n",
    "deny": "cni",
    "describe": "aqw",
    "disclose": "cniw",
    "dismiss": "aq",
    "dispute": "nv",
    "doubt": "cv",
    "dub": "q",
    "emphasise": "cni",
    "emphasize": "cni",
    "estimate": "cniv",
    "exclaim": "i",
    "expect": "cnit",
    "explain": "ciw",
    "fear": "civ",
    "find": "c",
    "forecast": "cniv",
    "guess": "civ",
    "hear": "",
    "highlight": "cnv",
    "hint": "civ",
    "hope": "ciwv",
    "indicate": "ci",
    "inform": "o",
    "insist": "cip",
    "joke": "iv",
    "label": "qv",
    "lament": "cnv",
    "maintain": "i",
    "mention": "cniv",
    "muse": "i",
    "note": "civ",
    "observe": "i",
    "opine": "ci",
    "plead": "i",
    "point": "civ",
    "pledge": "citv",
    "praise": "qv",
    "predict": "cni",
    "proclaim": "ci",
    "project": "cv",
    "promise": "citv",
    "propose": "",
    "protest": "iv",
    "quip": "iv",
    "quote": "",
    "read": "",
    "reaffirm": "cn",
    "recall": "ciw",
    "reckon": "ci",
    "recommend": "i",
    "recount": "iw",
    "reject": "aq",
    "reiterate": "cni",
    "remark": "iv",
    "remember": "i",
    "remind": "o",
    "repeat": "i",
    "reply": "iv",
    "report": "cniv",
    "respond": "i",
    "retort": "iv",
    "reveal": "cniw",
    "rule": "v",
    "say": "*iw",
    "scoff": "i",
    "shout": "iv",
    "show": "v",
    "shrug": "i",
    "sigh": "iv",
    "signal": "cv",
    "slam": "q",
    "snap": "iv",
    "speculate": "ci",
    "state": "civ",
    "stress": "cniv",
    "suggest": "cinw",
    "suspect": "cv",
    "swear": "ct",
    "tell": "oiw",
    "testify": "ci",
    "think": "ci",
    "threaten": "t",
    "tweet": "civ",
    "underline": "cn",
    "underscore": "cn",
    "understand": "",
    "urge": "ntv",
    "vow": "citv",
    "warn": "cinpt",
    "whisper": "iv",
    "wonder": "iwv",
    "worry": "civ",
    "write": "ciw",
    "yell": "iv",
}

# Past and participle where they are not made with -ed.
IRREGULAR: dict[str, tuple[str, str]] = {
    "find": ("found", "found"),
    "forecast": ("forecast", "forecast"),
    "hear": ("heard", "heard"),
    "read": ("read", "read"),
    "say": ("said", "said"),
    "show": ("showed", "shown"),
    "swear": ("swore", "sworn"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "understand": ("understood", "understood"),
    "write": ("wrote", "written"),
}
DOUBLED = frozenset({"admit", "dub", "label", "quip", "shrug", "signal", "slam", "snap"})


class Form(NamedTuple):
    """One form of a verb; `shape` is base, third, past or ing."""

    verb: str
    shape: str
    follows: str


def _forms(verb: str, follows: str) -> dict[str, Form]:
    stem = verb.removesuffix("e")
    if verb in DOUBLED:
        stem = verb + verb[-1]
    soft = verb.endswith("y") and verb[-2] not in "aeou"
    third = verb[:-1] + "ies" if soft else verb + ("es" if verb.endswith("s") else "s")
    regular = verb[:-1] + "ied" if soft else stem + "ed"
    past, participle = IRREGULAR.get(verb, (regular, regular))
    spelled = ((participle, "past"), (past, "past"), (third, "third"), (verb, "base"))
    made = {word: Form(verb, shape, follows) for word, shape in spelled}
    # "forecast" and "read" are past as well as present.
    if past == verb:
        made[verb] = Form(verb, "past", follows)
    return {**made, stem + "ing": Form(verb, "ing", follows)}


ENGLISH: dict[str, Form] = {
    word: form
    for verb, follows in ENGLISH_VERBS.items()
    for word, form in _forms(verb, follows).items()
}
ENGLISH["put"] = Form("put", "past", "")
ENGLISH["puts"] = Form("put", "third", "")

# Cues that no verb carries, as words in a row.
ENGLISH_ACCORDING: tuple[tuple[str, ...], ...] = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
)
NOT_A_SOURCE = words(
    "plan plans schedule size age taste need needs type rank height custom tradition whether "
    "how what which where when merit ability season circumstances preference"
)
HEARSAY = frozenset({"reportedly", "allegedly"})
CITING = frozenset({"citing", "quoting"})

# What "citing" is followed by when it names a source and not a reason.
SOURCE_NOUNS = words(
    "account accounts advisers agency aides analyst analysts authorities broadcaster channel "
    "commander committee correspondence court data diplomat diplomats doctors document "
    "documents economists eyewitnesses emails employees estimates evidence executive "
    "executives expert experts figures filing filings findings government industry insiders "
    "intelligence investigators journalists lawyer lawyers letter magazine media memo "
    "military minister ministry neighbors neighbours newspaper newspapers officer officers "
    "official officials papers people person poll police portal prosecutors radio record "
    "records relatives report reports representatives research researchers residents "
    "scientists service site source sources spokesman spokesperson spokeswoman statement "
    "statements statistics studies study survey television testimony transcript transcripts "
    "website witness witnesses"
)


class Table(NamedTuple):
    """A language of which only the commonest cues are known."""

    before: tuple[tuple[str, ...], ...]
    after: frozenset[str]
    verbs: frozenset[str]
    that: frozenset[str]
    # Words that stand between subject and verb, or before the source, and belong to neither.
    light: frozenset[str]
    # What follows a cue and makes it something else: "selon ses moyens".
    guard: frozenset[str]


def _rows(*lines: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in lines)


GERMAN = Table(
    before=_rows("laut", "nach angaben von", "nach angaben", "nach auskunft"),
    after=words("zufolge"),
    verbs=words(
        "sagt sagte sagten sagen gesagt erklärt erklärte erklärten teilte teilten berichtet "
        "berichtete berichteten betont betonte betonten behauptet behauptete behaupteten "
        "bestätigt bestätigte bestätigten warnt warnte warnten warnen kündigte kündigten "
        "meldet meldete meldeten schreibt schrieb schrieben meint meinte meinten klagt klagte "
        "fordert forderte forderten erinnert erinnerte ergänzt ergänzte bekräftigte "
        "dementierte bestreitet bestritt räumte rechnet fügte antwortete fragte rief twitterte "
        "versicherte versichert kritisierte kritisiert glaubt glaubte vermutet vermutete "
        "schätzt schätzte erwartet erwartete"
    ),
    that=words("dass daß ob"),
    light=words(
        "hat habe haben hatte hatten sich auch zuvor am montag dienstag mittwoch "
        "donnerstag freitag samstag sonntag im interview der zeitung an mit ein hinzu"
    ),
    guard=words("plan gesetz vertrag und"),
)
FRENCH = Table(
    before=_rows("selon", "d'après", "aux dires de", "de l'avis de"),
    after=frozenset(),
    verbs=words(
        "dit disent déclaré déclare déclarent affirmé affirme affirment annoncé annonce "
        "annoncent ajouté ajoute assuré assure assurent indiqué indique indiquent précisé "
        "précise expliqué explique expliquent estimé estime estiment raconté raconte racontent "
        "souligné souligne soulignent rappelé rappelle répondu répond écrit écrivent "
        "confirmé confirme confirment démenti dément démentent prévenu prévient prédit "
        "accusé accuse accusent dénoncé dénonce dénoncent promis promet révélé révèle révèlent "
        "rapporté rapporte rapportent prétend prétendent soutient soutiennent lancé lance "
        "martelé tweeté reconnu reconnaît averti avertit avertissent regretté regrette insisté "
        "insiste demandé demande"
    ),
    that=words("que qu si"),
    light=words("a ont avait avaient est l' lui leur nous m' me"),
    guard=words("ses leurs leur les que"),
)
SPANISH = Table(
    before=_rows("según", "de acuerdo con", "de acuerdo a", "a juicio de", "en palabras de"),
    after=frozenset(),
    verbs=words(
        "dijo dice dicen dijeron afirmó afirma afirman afirmaron anunció anuncia anunciaron "
        "añadió añade aseguró asegura aseguran aseguraron explicó explica señaló señala señalan "
        "declaró declara declararon informó informa informaron indicó indica advirtió advierte "
        "advierten denunció denuncia denunciaron negó niega niegan negado sostuvo sostiene "
        "sostienen respondió responde contestó contó cuenta cuentan recordó recuerda reconoció "
        "reconoce confirmó confirma confirmaron admitió admite acusó acusa acusan criticó "
        "critica insistió insiste subrayó subraya manifestó manifiesta apuntó apunta expresó "
        "prometió promete reveló revela escribió escribe tuiteó comentó comenta precisó "
        "lamentó lamenta exigió exige"
    ),
    that=words("que si"),
    light=words("ha han había se también le les no"),
    guard=words("sus su lo se"),
)
ARABIC = Table(
    before=_rows("وفقا", "وفقًا", "بحسب", "حسب", "وفق"),
    after=frozenset(),
    verbs=words(
        "قال قالت قالوا وقال وقالت أعلن أعلنت وأعلن وأعلنت أكد أكدت وأكد وأكدت ذكر ذكرت وذكر "
        "وذكرت أضاف أضافت وأضاف وأضافت صرح صرحت أفاد أفادت وأفادت حذر حذرت نفى نفت"
    ),
    that=words("إن أن إنه إنها أنه أنها بأن"),
    light=frozenset(),
    guard=frozenset(),
)
TABLES: dict[str, Table] = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "ar": ARABIC}
