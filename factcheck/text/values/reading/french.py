"""French words that say how a value stands."""

from factcheck.text.values.reading.shape import Cues

FRENCH = Cues(
    negated=(
        r"(?!(?:pas (?:seulement|moins de|plus de|plus tard)|ne (?:\w+ ){0,3}que)\b)"
        r"(?:pas|jamais|aucune?|ni|sans|au lieu de|plutôt que|nullement)\b"
    ),
    denied=(
        r"(?:d(?:é|e)men(?:t|ti|tent|tait|tir)|ni(?:e|é|ent|ait) (?=que\b|avoir\b|les\b|ces\b)"
        r"|conteste(?:nt|r)?|contesté|rejet(?:te|té|tent|er) (?:les|des|l'|ces|la)|réfut(?:e|é"
        r"|ent))\b"
    ),
    false=(
        r"(?:faussement|à tort|erronément|mensongèrement)\b|(?:fausses?|faux|trompeu(?:r|se)s?"
        r"|infondée?s?|erronée?s?) (?:affirmations?|informations?|chiffres?|rumeurs?|allégations?"
        r"|déclarations?)"
        r"|(?:mythe|canular|intox|infox|désinformation|mensonge)\b|il est faux (?:que|de)\b"
        r"|il n'est pas vrai\b|aucune preuve\b"
    ),
    claimed=r"(?:prétend\w*|allègue\w*|prétendument|soi-disant|rumeurs?|supposée?s?)\b",
    planned=(
        r"(?:prévoi(?:t|ent)|prévue?s?|prévoyait|envisage(?:nt|ait)?|compte(?:nt)? (?=\w+er\b)|va"
        r"|vont"
        r"|devrai(?:t|ent)|doit|doivent|objectif|vise(?:nt)? à|sera|seront|aura|auront|attendue?s?"
        r"|promet(?:tent)?|promis|prochain(?:e|es|s)?|projet(?:te|tent)?|espère(?:nt)?)\b"
    ),
    possible=(
        r"(?:pourrai(?:t|ent)|peut-être|éventuellement|si|s'il|s'ils|serai(?:t|ent)|aurai(?:t|ent)"
        r"|probablement|potentiellement|possible(?:ment)?|à condition)\b"
    ),
    false_behind=(
        r"(?:est|sont|était|étaient|serait) (?:\w+ ){0,2}(?:faux|fausses?|erronée?s?|trompeu(?:r"
        r"|se)s?"
        r"|infondée?s?|inexacte?s?|un mythe|un mensonge|une intox|démentie?s?)\b"
    ),
    denied_behind=r"(?:ce )?qu(?:e|') ?(?:[\w']+ ){0,5}(?:dément|nie|conteste|a démenti|a nié)\b",
    possible_behind=r"^,? ?(?:si|s'il|à condition)\b",
    labels=r"(?:affirmation|mythe|faux|rumeur|intox|infox|trompeur) ?[:.\u2013-]",
    false_next=(
        r"(?:mais )?(?:c'est|ceci est|cela est|ces \w+ sont|cette \w+ est|ce \w+ est) (?:\w+ ){0,2}"
        r"(?:faux|fausses?|trompeu(?:r|se)s?|erronée?s?|inexacte?s?)\b|faux\b|en réalité\b"
        r"|en fait\b"
    ),
    denied_next=r"[^.!?]{0,60}\b(?:l'a démenti|a démenti|dément|nie|conteste)\b",
    doubt=(
        r"(?:faux|fausses?|faussement|intox|infox|désinformation|trompeu(?:r|se)s?|canular|mythe"
        r"|mensong\w+|à tort|infondée?s?|vérification des faits|démentie?s?)\b"
    ),
    ends=(
        r"[;:()\n]|[ \w][\u2013\u2014] ?|, (?:mais|et|qui|dont|où|tandis|alors|car|après)\b"
        r"|\b(?:mais|tandis que|alors que|parce que|après|depuis|malgré|contre)\b"
    ),
    ends_negation=r",|\bet\b",
    span_before=r"\b(?:depuis|en|pendant|durant|jusqu'(?:à|en|au))(?: les| plus de| près de)* ?$",
    since=r"(?:depuis|jusqu'|avant)",
    rumour=r"(?:publications?|vidéos?|tweets?|internautes?|facebook|tiktok|images?|messages?)\b",
    counting=r"\b(?:sera|serait|doit être|devrait être|va être)\b[^.;]{0,80}$",
    pronouns=r"(?:je|il|elle|nous|ils|elles|on)$",
    roles=(
        r"(?:le |la |l'|un |une )?(?:\w+ )?(?:présidente?|ministre|porte-parole|chef|dirigeante?"
        r"|gouvernement|entreprise|société|parti|ministère|maire)$"
    ),
)
