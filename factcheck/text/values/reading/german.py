"""German words that say how a value stands."""

from factcheck.text.values.reading.shape import Cues

GERMAN = Cues(
    negated=(
        r"(?!(?:nicht (?:nur|mehr als|weniger als|zuletzt|später als|länger als|bloß|allein)"
        r"|nichts als|keine? (?:frage|zweifel)|nicht vor)\b)"
        r"(?:nicht|kein|keine|keinen|keinem|keiner|nie|niemals|weder|ohne|statt|anstatt|nirgends)\b"
    ),
    denied=(
        r"(?:bestreite[nt]|bestritt(?:en)?|dementier(?:t|te|ten|en)|leugne(?:t|te|ten|n)"
        r"|zurückgewiesen|wies(?:en)? (?:\w+ ){0,3}zurück|weist (?:\w+ ){0,3}zurück"
        r"|widersp(?:richt|rach|rachen)|verneint(?:e|en)?)\b"
    ),
    false=(
        r"(?:fälschlich(?:erweise)?|irrtümlich(?:erweise)?|zu unrecht|wahrheitswidrig)\b"
        r"|(?:falsche[nrs]?|erfundene[nrs]?|irreführende[nrs]?|unbelegte[nrs]?|widerlegte[nrs]?)"
        r" (?:behauptung|meldung|angabe|aussage|zahl|nachricht|bericht|gerücht)\w*"
        r"|(?:falschmeldung|mythos|märchen|lüge|falschbehauptung|fake news|desinformation)\b"
        r"|(?:stimmt nicht|falsch|unwahr|nicht wahr),? dass\b|kein(?:e|en)? belege?\b"
    ),
    claimed=(
        r"(?:behaupt\w+|angeblich\w*|vermeintlich\w*|gerücht\w*|mutmaßlich\w*|unbestätigt\w*)\b"
    ),
    planned=(
        r"(?:wird|werden|soll|sollen|plant|planen|geplant\w*|will|wollen|beabsichtig\w+|vorgesehen"
        r"|erwartet\w*|rechnet mit|ziel(?:t|en)?|prognos\w+|nächste[ns]? (?:jahr|monat|woche)"
        r"|hofft)\b"
        r"(?! (?:geschätzt|berichtet|angenommen|vermutet))"
    ),
    possible=(
        r"(?:könnte[nst]?|würde[nt]?|dürfte[nt]?|möglicherweise|vielleicht|eventuell|wenn|falls"
        r"|sofern|womöglich|wahrscheinlich|vermutlich|sollte[nst]?|hätte[nst]?|wäre[nst]?|ob)\b"
    ),
    false_behind=(
        r"(?:ist|sind|war|waren|sei|seien) (?:\w+ ){0,2}(?:falsch|unwahr|nicht wahr|gelogen"
        r"|erfunden"
        r"|irreführend|eine lüge|ein mythos|widerlegt|unbelegt|frei erfunden)\b"
        r"|stimm(?:t|en) (?:so )?nicht\b|trifft nicht zu\b"
    ),
    denied_behind=(
        r"(?:was|die|das|der) (?:[\w']+ ){1,6}(?:bestr(?:eitet|eiten|itt|itten)|dementier\w+)\b"
    ),
    possible_behind=r"^,? ?(?:wenn|falls|sofern)\b",
    labels=r"(?:behauptung|mythos|falsch|gerücht|falschmeldung|irreführend|fake)\w* ?[:.\u2013-]",
    false_next=(
        r"(?:(?:aber|doch),? )?(?:das|dies|diese \w+|die \w+)(?: \w+){0,2} (?:ist|sind"
        r"|war) (?:\w+ ){0,2}"
        r"(?:falsch|unwahr|nicht wahr|irreführend|erfunden)\b|(?:das|dies) stimmt (?:so )?nicht\b"
        r"|falsch\b|tatsächlich\b|in wahrheit\b"
    ),
    denied_next=(
        r"[^.!?]{0,60}\b(?:bestreitet|bestritt|dementiert|dementierte) (?:das|dies|die|den)\b"
    ),
    doubt=(
        r"(?:falsch\w*|faktencheck\w*|fake\w*|irreführend\w*|widerlegt\w*|erfunden\w*|mythos"
        r"|desinformation|fälschlich\w*|unwahr\w*|stimmt nicht|lüge)\b"
    ),
    ends=(
        r"[;:()\n]|[ \w][\u2013\u2014] ?|, (?:aber|und|doch|während|weil|nachdem|sondern|obwohl"
        r"|der|die|das|wo)\b|\b(?:aber|sondern|während|weil|obwohl|nach|seit|trotz)\b"
    ),
    ends_negation=r",|\bund\b",
    span_before=r"\b(?:seit|in|für|bis|während)(?: den| der| dem| mehr als| über| fast| gut)* ?$",
    since=r"(?:seit|bis|vor)\b",
    rumour=(
        r"(?:posts?|tweets?|videos?|beitrag|beiträge|nutzer\w*|facebook|tiktok|telegram|memes?"
        r"|bild)\b"
    ),
    counting=r"\b(?:wird|werden|wäre|würde|soll)\b[^.;]{0,80}$",
    pronouns=r"(?:ich|er|sie|wir|es)$",
    roles=(
        r"(?:der |die |das |ein |eine )?(?:\w+ )?(?:\w*präsident\w*|\w*minister\w*|\w*sprecher\w*"
        r"|\w*kanzler\w*|\w*chef\w*|\w*regierung|partei|unternehmen|konzern|behörde|ministerium)$"
    ),
)
