"""Spanish words that say how a value stands."""

from factcheck.text.values.reading.shape import Cues

SPANISH = Cues(
    negated=(
        r"(?!(?:no (?:solo|sólo|menos de|más de|obstante|sino))\b)"
        r"(?:no|nunca|jamás|ningún|ninguno|ninguna|sin|ni|tampoco|en lugar de|en vez de)\b"
    ),
    denied=(
        r"(?:nieg(?:a|an)|neg(?:ó|aron|ado|aba|ar)|desmin(?:tió|tieron)|desm(?:iente|ienten|entido)"
        r"|rechaz(?:a|ó|an|aron) (?:que|las|los|la|el)|refut(?:a|ó|aron))\b"
    ),
    false=(
        r"(?:falsamente|erróneamente|equivocadamente|sin pruebas)\b|(?:falsas?|falsos?"
        r"|engaños[ao]s?"
        r"|infundad[ao]s?|erróne[ao]s?) (?:afirmaci(?:ón|ones)|noticias?|informaci(?:ón|ones)"
        r"|cifras?"
        r"|rumor(?:es)?|acusaci(?:ón|ones)|declaraci(?:ón|ones))|(?:bulo|mito|mentira"
        r"|desinformación)\b"
        r"|(?:es falso|no es cierto|no es verdad) que\b|no hay (?:pruebas|evidencias?)\b"
    ),
    claimed=(
        r"(?:supuest[ao](?:s|mente)?|presunt[ao](?:s|mente)?|rumor(?:es)?|alega(?:n|do)?|alegó)\b"
    ),
    planned=(
        r"(?:planea(?:n)?|previst[ao]s?|prevé(?:n)?|pretende(?:n)?|espera(?:n)?|se espera"
        r"|será(?:n)?"
        r"|tendrá(?:n)?|va a|van a|habrá|objetivo|prometió|promete(?:n)?|próxim[ao]s?"
        r"|proyecta(?:n)?"
        r"|alcanzará(?:n)?|llegará(?:n)?)\b"
    ),
    possible=(
        r"(?:podría(?:n)?|quizás?|tal vez|posible(?:mente)?|si|sería(?:n)?|habría(?:n)?"
        r"|tendría(?:n)?"
        r"|probablemente|a lo mejor|en caso de)\b"
    ),
    false_behind=(
        r"(?:es|son|era|eran|fue|resultó) (?:\w+ ){0,2}(?:fals[ao]s?|mentira|un bulo|un mito"
        r"|erróne[ao]s?"
        r"|engaños[ao]s?|incorrect[ao]s?)\b|no (?:es|son|era) (?:cierto|verdad)\b"
    ),
    denied_behind=(
        r"(?:lo )?que (?:[\w']+ ){0,5}(?:niega|negó|desmiente|desmintió|rechaza|rechazó)\b"
    ),
    possible_behind=r"^,? ?(?:si|en caso de|siempre que)\b",
    labels=r"(?:afirmación|mito|falso|rumor|bulo|engañoso) ?[:.\u2013-]",
    false_next=(
        r"(?:pero )?(?:esto|eso|est[ae] \w+|es[ae] \w+|la \w+|las \w+)(?: \w+){0,2} (?:es|son|era)"
        r" (?:\w+ ){0,2}(?:fals[ao]s?|mentira|erróne[ao]s?|engaños[ao]s?)\b"
        r"|(?:esto )?no es (?:cierto|verdad)"
        r"\b|es falso\b|falso\b|en realidad\b"
    ),
    denied_next=(
        r"[^.!?]{0,60}\b(?:lo (?:niega|negó|desmintió|desmiente|rechazó)|(?:negó"
        r"|desmintió) (?:esto|la|las|el))\b"
    ),
    doubt=(
        r"(?:fals[ao]s?|falsamente|bulos?|desinformación|engaños[ao]s?|mitos?|mentiras?"
        r"|desmentid[ao]s?"
        r"|no es cierto|verificación)\b"
    ),
    ends=(
        r"[;:()\n]|[ \w][\u2013\u2014] ?|, (?:pero|y|que|quien|donde|mientras|aunque|porque|tras)\b"
        r"|\b(?:pero|sino|mientras|aunque|porque|tras|desde|a pesar)\b"
    ),
    ends_negation=r",|\by\b",
    span_before=r"\b(?:desde|en|durante|hasta|hace)(?: los| las| más de| casi)* ?$",
    since=r"(?:desde|hasta|antes)\b",
    rumour=(
        r"(?:publicaci(?:ón|ones)|vídeos?|videos?|tuits?|usuarios?|facebook|tiktok|mensajes?"
        r"|imágenes)\b"
    ),
    counting=r"\b(?:será|sería|va a ser)\b[^.;]{0,80}$",
    pronouns=r"(?:yo|él|ella|nosotros|ellos|ellas)$",
    roles=(
        r"(?:el |la |un |una )?(?:\w+ )?(?:president[ea]|ministr[oa]|portavoz|jef[ea]|líder"
        r"|gobierno"
        r"|empresa|partido|ministerio|alcald(?:e|esa))$"
    ),
)
