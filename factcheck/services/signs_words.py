"""The words, addresses and bytes by which signs.py tells a page from what stands before it."""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def _whole(*patterns: str) -> re.Pattern[str]:
    """For the whole of a title or of a line."""
    return re.compile(rf"\W*(?:{'|'.join(patterns)})\W*", re.IGNORECASE)


# Walls against robots

CHALLENGE_TITLE = _whole(
    "just a moment", "attention required", "please wait(?: a moment)?", "one moment(?: please)?",
    "access (?:to this page )?(?:has been )?(?:denied|blocked)", "are you (?:a )?(?:robot|human)",
    "(?:human|bot|robot|captcha|browser) (?:verification|check)", "security (?:check|checkpoint)",
    "pardon our interruption", "ddos-guard", "vercel security checkpoint", "client challenge",
    "making sure you're not a (?:ro)?bot", "checking your browser", "captcha",
    "verify(?:ing)? (?:that )?you are (?:a )?human", "request unsuccessful",
)  # fmt: skip
#: Said to whoever reads the page, as no article would.
CHALLENGE = _any(
    "checking (?:if the site connection is secure|your browser before)",
    "(?:verify|verifying|confirm|prove)(?: that)? you(?:'re| are) (?:a )?human",
    "(?:sure|know|check|checking|confirm|prove)(?: that)? you(?:'re| are) not a (?:ro)?bot",
    "enable javascript and cookies to continue", "enable js and disable any ad ?blocker",
    "unusual (?:traffic|activity) from your", "press (?:&|and) hold (?:to|the button)",
    "(?:complete|solve|enter|type|fill (?:in|out)) (?:the|this) (?:captcha|security check"
    "|characters)",
    r"request unsuccessful\. incapsula", "(?:don't|do not) have permission to access",
    "(?:sorry, )?you have been blocked", "ddos protection by",
    "your (?:ip|access|request|browser)(?: address)? (?:has been|was|is) (?:temporarily )?blocked",
)  # fmt: skip
#: Only the wall itself carries these; forms with a captcha are on many a good page.
ARMED = re.compile(
    rb"_cf_chl_opt|cf-chl-|captcha-delivery\.com|px-captcha|anubis_challenge"
    rb"|within\.website/x/cmd/anubis|ddos-guard/js-challenge|awswaf\.com/[^\"' ]{1,200}challenge"
)
CHALLENGE_HEADERS = {
    "cf-mitigated": {"challenge"},
    "x-amzn-waf-action": {"challenge", "captcha"},
}
ABROAD = _any(
    "(?:not|un) ?(?:currently )?available in your (?:country|region|location|area)",
    "unavailable (?:due to|for) legal reasons",
    "access this (?:web ?site|page) from (?:a country belonging to )?the european",
)

# Requests for a login, for consent, for money

LOGIN_PATH = re.compile(
    r"/(?:wp-|users?[-_]?|accounts?[-_]?|service)?(?:log[-_]?[io]n|sign[-_]?in|sso|auth|anmelden"
    r"|connexion)(?:\.[a-z]{2,5})?(?:/|$)",
    re.IGNORECASE,
)
LOGIN_HOST = re.compile(r"(?:log-?in|sign-?in|sso|auth|accounts?|idp)\.")
CONSENT_HOST = re.compile(r"(?:consent|privacy|myprivacy|guce|cmp)\.")
CONSENT_PATH = re.compile(
    r"/(?:consent|cookie-?(?:wall|consent)|privacy-?(?:gate|wall)|zustimmung)(?:[-_./]|$)",
    re.IGNORECASE,
)
CONSENT = _any(
    r"(?:accept|agree|reject|manage|allow)\W+(?:all|to|our|your)?\W*(?:the use of )?cookies",
    r"accept all\b", "before you continue", r"we (?:and our \d* ?partners )?value your privacy",
    r"we (?:and our \d* ?(?:partners|vendors) )?use cookies", "alle akzeptieren",
    "tout accepter", "aceptar todo",
)  # fmt: skip
#: Lines of such requests; what is left without them is the page.
ABOUT_COOKIES = _any(
    "cookie", "consent", "privacy", "partners", "vendors", "personali[sz]ed", "accept", "reject",
    "manage (?:options|settings|preferences)", "legitimate interest", "before you continue",
    "datenschutz", "zustimm", "einwillig", "akzeptier", "ablehnen", "werbung", "confidentialit",
    "refuser", "privacidad", "aceptar", "rechazar", "sign in", "log in",
)  # fmt: skip
TEASER = _any(
    r"\b(?:subscribe|register|sign (?:in|up)|log in|pay)\b[^.\n]{0,40} to (?:(?:continue|keep) "
    r"reading|(?:read|unlock|view) (?:the (?:full|whole|rest)|this|more))",
    r"\bcontinue reading(?: this \w{1,20})?,? (?:with|by|subscribe|you need|please)\b",
    r"\balready a (?:subscriber|member)\?",
    r"\b(?:is|are) (?:only |exclusively )?for (?:our )?(?:paying )?(?:subscribers|members)\b",
    r"\bsubscribers[- ]only\b", r"\br[ée]serv[ée]e? (?:à nos|aux) abonn[ée]s",
    r"\breste [\d,. ]{1,8}%? de cet article", r"\bnur für abonnenten", r"\bweiterlesen mit\b",
    r"\bmit [\w+]{1,20} weiterlesen", r"\bexclusivo para (?:suscriptores|abonados)",
)  # fmt: skip

# Domains for sale

PARKED = _any(
    "buy this domain", "(?:this|the) domain name is for sale",
    r"(?:this|the) domain(?: name)?(?: \S{3,60})? (?:has expired|is parked|may be for sale)",
    "this domain is for sale", "this web ?page is parked", "inquire about this domain",
    "diese domain (?:steht zum verkauf|(?:jetzt )?kaufen)",
    "ce (?:nom de )?domaine est [àa] vendre", "este dominio est[áa] (?:a la venta|en venta)",
)  # fmt: skip
PARKING = re.compile(
    rb"sedoparking\.com|parkingcrew\.net|bodis\.com|hugedomains\.com/domain_profile"
    rb"|afternic\.com/forsale|dan\.com/buy-domain|wsimg\.com/parking-lander"
    rb"|above\.com/marketplace|d38psrni17bvxu\.cloudfront\.net"
)
PARKERS = re.compile(
    r"(?:.*\.)?(?:sedoparking|sedo|hugedomains|dan|afternic|bodis|parkingcrew|above)\.(?:com|net)"
)
ANOTHER = re.compile(r"ww\d+\.")

# Errors that answer 200

_THING = (
    "(?:page|article|file|document|url|content|story|site|resource|address|link|post|tweet"
    "|profile|account)"
)
_IS_MISSING = (
    "(?:(?:was|is|were|could|can)(?: ?not|n't)(?: be)? (?:found|available)|not found|unavailable"
    "|(?:is |are )?no longer (?:exists?|available|here|online)"
    "|(?:does|do)(?: not|n't) (?:seem to )?exist|(?:has|have) been (?:removed|deleted)"
    "|(?:may|might) have been (?:removed|moved|deleted|renamed))"
)
MISSING_SENTENCE = re.compile(
    r"\W{0,9}(?:(?:sorry|oops|whoops|uh-? ?oh|hmm|error|404|unfortunately|we're sorry"
    r"|we are sorry)\b[\W\d]{0,9}){0,4}(?:but )?(?:"
    rf"(?:the|this|that|your)? ?(?:requested |web ?)?{_THING}(?: \S{{1,200}})?"
    r"(?: (?:that )?you(?:'re| are|'ve| have| were)? (?:\w{1,20} )?(?:requested|looking for"
    rf"|asked for|(?:trying|tried) to \w{{1,20}}))? {_IS_MISSING}"
    rf"|we (?:can(?:'t|not)|could(?:n't| not)) (?:seem to )?find (?:the|that|this|your) {_THING}"
    rf"|(?:the|that|this) {_THING} can(?:'t|not) be found"
    r"|(?:die|diese) (?:\w{1,20} )?seite (?:wurde|konnte|existiert) (?:leider )?nicht"
    r"|la page (?:que vous \w{1,20} |demandée )?(?:est introuvable|n'existe)"
    r"|la página (?:que \w{1,20} |solicitada )?no (?:existe|se encuentra|ha sido encontrada)"
    r")",
    re.IGNORECASE,
)
MISSING_TITLE = _whole(
    rf"(?:http )?(?:error )?(?:404\W{{1,3}})?(?:the |this |that )?"
    rf"(?:{_THING} {_IS_MISSING}|not found)",
    rf"(?:error )?404\W{{0,3}}(?:{_THING} )?(?:not found|missing|error)", "page missing",
    "seite (?:wurde )?nicht gefunden", "page (?:introuvable|non trouvée)",
    "página no (?:encontrada|existe)",
)  # fmt: skip
MISSING_NUMBER = _whole("(?:http )?(?:error|status|code)? ?404(?: error)?")
MISSING_PATH = re.compile(
    r"/(?:(?:errors?/)?(?:error[-_]?)?(?:40[34]|410)(?:[-_](?:error|not-?found|page))?"
    r"|errors?(?:[-_]?page)?|(?:page[-_]?)?not[-_]?found|missing)(?:\.[a-z]{2,5})?/?$",
    re.IGNORECASE,
)
MISSING_QUERY = re.compile(r"(?:^|&)(?:aspxerrorpath=|error=404\b)", re.IGNORECASE)
ROOT = re.compile(
    r"(?:/[a-z]{2}(?:[-_][a-z]{2})?)?/?(?:(?:index|default|home)(?:\.[a-z]{2,5})?/?)?",
    re.IGNORECASE,
)
#: Between the parts of a title, of which one is the site's own name.
BETWEEN = re.compile(" [|\u2013\u2014\u00b7\u00bb\u00ab\u2022-] | ?\\| ?|: ")
