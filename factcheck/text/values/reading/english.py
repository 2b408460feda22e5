"""English words that say how a value stands."""

from factcheck.text.values.reading.shape import Cues

_NOUN = (
    "(?:claims?|allegations?|accusations?|assertions?|reports?|statements?|stor(?:y|ies)"
    "|rumou?rs?|suggestions?|ideas?|notions?|figures?|numbers?|estimates?|accounts?|posts?"
    "|speculation|narratives?|numbers?|messages?|videos?|images?|memes?|headlines?|charts?|theory)"
)
_LIE = (
    "(?:false|fake|untrue|not true|not correct|not accurate|a hoax|a lie|lies|a myth|debunked"
    "|discredited|disproved|disproven|baseless|unfounded|groundless|fabricated|nonsense|bogus"
    "|fictitious|satire|invented|made up|not supported|unsupported|unproven|a fabrication"
    "|without foundation|pants on fire|a falsehood|fiction|altered|manipulated|doctored"
    "|absurd|ridiculous|preposterous|laughable|impossible|retracted|withdrawn|a mistake|an error"
    "|a fallacy|photoshopped|out of context|taken out of context|not backed)"
)
_WRONG = (
    "(?:wrong|incorrect|inaccurate|misleading|exaggerated|overstated|understated|inflated"
    "|an exaggeration|erroneous|mistaken|questionable|doubtful|out of date|outdated)"
)
_IS = (
    "(?:is|are|was|were|'s|'re|be|been|being|as|proved|proven|turn(?:s|ed) out to be|rated?|called"
    "|deemed|labell?ed|considered|found to be|isn't|aren't|wasn't|weren't)"
    "(?: (?:not|completely|totally|simply|also|clearly|entirely|flatly|mostly|largely|utterly"
    "|plainly|highly|partly|just|likely|probably|in fact|therefore|both)){0,2}"
)

ENGLISH = Cues(
    negated=(
        r"(?!(?:not (?:only|just|merely|simply|least|surprisingly|to mention|counting|including"
        r"|until|(?:more|less|fewer|later|longer|earlier|higher|lower|further) than)"
        r"|no (?:doubt|wonder|question|matter|sooner|stranger"
        r"|(?:later|longer|earlier|more|fewer|less|greater|higher|lower|further) than)"
        r"|nothing (?:less|more))\b)(?<!whether or )(?<!, if )"
        r"(?:not|cannot|never|neither|nor|no|none|nobody|nothing|without|fail(?:s|ed|ing)? to"
        r"|stop(?:s|ped)? short of|rather than|instead of|far from|nowhere|anything but|unable to"
        r"|lack(?:s|ed|ing)?)\b|n't\b"
    ),
    denied=(
        r"(?:den(?:y|ies|ied|ying|ials?)(?: on \w+)?(?: of)?"
        r"(?= that\b| any\b| having\b| being\b| it\b| he\b| she\b| they\b| there\b| \w+ing\b"
        rf"| (?:the |these |those |any |all |its |his |her |their |media |a )?(?:\w+ )?{_NOUN}\b"
        r"| *$))\b"
        r"|(?:reject|dismiss|refut|disput|rebut|contradict|disavow|shoot down|shot down"
        r"|brush(?:es|ed)? (?:off|aside)|cast(?:s|ing)? doubt on|question(?:s|ed|ing)?"
        r"|rul(?:es|ed) out|pour(?:s|ed) cold water on|push(?:es|ed|ing)? back (?:on|against))"
        r"(?:s|es|ed|e|ing|ted|ting)?"
        rf" (?:as \w+ )?(?:that\b|(?:the |these |those |any |all |media |a "
        rf"|an )?(?:\w+ )?{_NOUN}\b)"
    ),
    false=(
        r"(?:falsely|wrongly|incorrectly|erroneously|mistakenly|misleadingly|inaccurately"
        r"|untruthfully|without evidence|without proof)\b"
        r"|(?:false|fake|bogus|misleading|debunked|fabricated|baseless|unfounded|unproven"
        r"|unsubstantiated|unsupported|discredited|inaccurate|incorrect|groundless|erroneous"
        rf"|exaggerated|fictitious|doctored|satirical) (?:\w+ )?{_NOUN}\b"
        r"|hoax(?:es)?\b|myths?\b|conspiracy theor(?:y|ies)\b|misinformation\b|disinformation\b"
        r"|falsehoods?\b|the lie that\b|lied\b|lying\b"
        r"|(?:not|n't|never|hardly|un)(?: been| be)? ?(?:true|correct|accurate|the case)\b"
        r"|(?:is|was|'s|be) (?:false|wrong|untrue|incorrect|inaccurate|misleading) (?:that|to)\b"
        r"|(?:no|any|little|zero|scant) (?:\w+ )?(?:evidence|proof|record|indication|sign)\b"
        r"|debunk(?:s|ed|ing)?\b"
    ),
    claimed=(
        r"(?<!jobless )(?<!insurance )(?<!unemployment )(?<!benefit )(?<!benefits )"
        r"(?:claims?|claimed|claiming|alleg(?:es?|ed|ing|edly|ations?)|purport(?:s|ed|edly|ing)"
        r"|supposedly|rumou?rs?|rumou?red|unconfirmed|unverified|conspiracy"
        r"|(?<!the )accus(?:es?|ed|ing|ations?)|suspected of|(?:is|was|are|were|been|be) charged"
        r"|charg(?:es|ed|ing) (?:\w+ ){0,4}(?:with|that)|indicted|contends?|insists?)\b"
        r"(?! (?:[\w,]+ ){0,4}(?:responsibility|credit|compensation|asylum|lives|victims)\b)"
    ),
    planned=(
        r"(?<!free )(?<!their )(?<!his )(?<!her )(?:(?-i:will)|'ll|won't|shall)\b"
        r"|\b(?:(?<!the )(?<!this )(?<! a )plan(?:s|ned|ning)?|budgeted|propos(?:es|ed|ing|als?)"
        r"|intend(?:s|ed|ing)?|intentions?"
        r"|aim(?:s|ed|ing)? (?:to|for)|hop(?:es?|ed|ing) (?:to|for)|seek(?:s|ing)? to|sought to"
        r"|want(?:s|ed|ing)? to|scheduled|slated|poised to|set to|going to|on track (?:to|for)"
        r"|due (?:to be|in|on)|prepar(?:es?|ed|ing) to|ready to|pledg(?:es?|ed|ing)"
        r"|promis(?:es?|ed|ing)|vow(?:s|ed|ing)? to|projected|projections?|predict(?:s|ed|ions?)"
        r"|forecasts?|forecast(?:ed|ing)|target(?:s|ed|ing)?|goals? of|ambitions?"
        r"|(?:is|are|was|were) to (?!(?:the|a|an|his|her|their|its|this|that|blame)\b)[a-z]+"
        r"|next (?:year|month|week|decade|summer|winter|spring|autumn|fall)"
        r"|in the coming|nominat(?:ed|ions?)|ask(?:s|ed|ing)? for|call(?:s|ed|ing)? for"
        r"|request(?:s|ed|ing)?"
        r"|demand(?:s|ed|ing)|bids? for|appl(?:y|ies|ied|ying) for|eligible|offer(?:s|ed|ing)?"
        r"|anticipat(?:es|ed|ing)|(?<!than )(?<!\bas )expect(?:s|ed|ing)?)\b"
    ),
    possible=(
        r"(?:(?-i:may)|might|could|would|'d (?:be|have|reach)|should|unless|suppos(?:e|ing)"
        r"|assuming|hypothetical(?:ly)?|in case|potential(?:ly)?|possib(?:le|ly)|perhaps|maybe"
        r"|likely|probably|conceivabl[ey]|(?<!\bas )(?<!, )if(?! not\b)(?! any\b)"
        r"|(?<=, )if(?= (?:it|he"
        r"|she|they|the|confirmed|true|so)\b)|whether(?! or not)|what if)\b"
    ),
    false_behind=(
        rf"{_IS} {_LIE}\b|\b(?:is|are|was|were)n't (?:true|correct|accurate|real)\b"
        rf"|(?:this|that|which|it|figure|number|claim|they) (?:\w+ )?{_IS} {_WRONG}\b"
        rf"|{_NOUN}(?: \w+){{0,3}} {_IS} {_WRONG}\b|^,? ?(?:a|an|the) (?:false|fake|bogus"
        rf"|misleading"
        rf"|wrong|debunked|inflated|exaggerated) \w+|\b(?:debunked|a hoax|a myth|a lie|falsely)\b"
        r"|\b(?:not|never) (?:actually )?(?:true|happen(?:ed)?|the case)\b"
        r"|\bno (?:\w+ )?(?:evidence|proof|basis)\b|^[,;]? ?(?:falsely|wrongly|incorrectly)\b"
    ),
    denied_behind=(
        r"(?:which|that|a (?:figure|claim|number|charge|report|statement|total))"
        r"(?: [\w']+){0,6} (?:den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?|refut(?:es?|ed)"
        r"|contradict(?:s|ed)?|dismiss(?:es|ed)?)\b"
        r"|^,? ?(?:but )?(?:[\w']+ ){1,5}(?:den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s"
        r"|ed)?) (?:it|this|that)\b"
    ),
    possible_behind=(
        r"^ ?(?:if|unless|provided|assuming|in case)\b|^,? (?:at best|perhaps|possibly)\b"
    ),
    labels=(
        r"(?:the )?(?:claim|myth|rumou?r|hoax|fiction|fake|false|misleading|viral claim|falsehood"
        r"|misinformation|partly false|mostly false|what was claimed"
        r"|statement)s? ?[:.\u2013\u2014-]"
    ),
    false_next=(
        r"(?:(?:but|however|yet|in fact|and|so),? )?(?:(?:this|that|it|these|those|they|both|the"
        r"|all)"
        rf"(?: \w+){{0,3}} (?:[\w']+ ){{0,2}}?{_IS} (?:{_LIE}|{_WRONG})\b|(?:this|that|it) (?:is"
        rf"|was)n't"
        r"(?: true| correct| accurate| the case)?\b|(?:false|not true|untrue|wrong|fake|not so"
        r"|incorrect|misleading|fiction|pants on fire|nonsense|in reality|that did not happen)\b"
        r"|(?:this|that|it) (?:did not|didn't|never) happen|there (?:is"
        r"|was) no (?:\w+ )?(?:evidence"
        r"|proof|record)|we rate (?:this|that|the|it)|our (?:rating|ruling|verdict)"
        r"|(?:rating|ruling|verdict|conclusion) ?:)"
    ),
    denied_next=(
        r"[^.!?]{0,60}\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:es?|ed)|dismiss(?:es|ed)?"
        r"|refut(?:es?|ed)|contradict(?:s|ed)?)"
        rf"(?: (?:it|this|that|those|these|them)\b| (?:the|this|that|those|these|such|any"
        rf"|all) (?:\w+ )?{_NOUN}\b)"
    ),
    doubt=(
        r"(?:false(?:ly|hoods?)?|debunk\w*|hoax\w*|misinformation|disinformation|untrue|not true"
        r"|fact[- ]check\w*|pants on fire|baseless|unfounded|fabricated|misleading\w*|mislead|fake"
        r"|myths?|no (?:\w+ )?evidence|conspiracy theor\w+|bogus|wrongly claim\w*|unsubstantiated"
        r"|we rate|claim is wrong|isn't true|incorrect(?:ly)? (?:claim|stat|sa[iy])\w*)\b"
    ),
    ends=(
        r"[;:()\[\]\n]|[ \w][\u2013\u2014] ?|\s-\s"
        r"|, (?:but|and|or|so|while|which|who|whose|where|when|as|though|although|because|after"
        r"|before|saying|adding|whereas|instead|citing|following|since|not|then|yet|compared)\b"
        r"|\b(?:but|because|although|though|while|whereas|after|following|despite|since"
        r"|compared (?:with|to)|(?:up|down) from|as opposed to)\b"
    ),
    ends_negation=r"(?<=[\w\"'])\s*,(?! ?(?:as|however|according)\b)|\band\b",
    span_before=(
        r"\b(?:in|for|since|until|till|within|during|over)(?: (?:the|its|his|her|their|nearly"
        r"|almost"
        r"|about|more than|over|at least|some)){0,2}(?: (?:last|past|previous))? ?$"
    ),
    since=r"(?:since|until|till|before)\b",
    rumour=(
        r"(?:posts?|tweets?|videos?|memes?|images?|photos?|messages?|rumou?rs?|users?|claims?|viral"
        r"|facebook|tiktok|instagram|telegram|whatsapp|twitter|social media|bloggers?|hoaxers?"
        r"|conspiracy theorists?|screenshots?|captions?|chain \w+|websites? known)\b"
    ),
    counting=(
        r"\b(?:will|would|could|may|might|'ll|is to|was to|is expected to|was expected to"
        r"|is set to|was set to|expected to) (?:also )?(?:be|mark|become)\b[^.;]{0,80}$"
    ),
    pronouns=r"(?:i|he|she|we|they|it)$",
    roles=(
        r"(?:the |a |an |its |his |her |their )?(?:\w+ )?(?:president|minister|premier|leader"
        r"|chairman"
        r"|chairwoman|chair|spokes(?:man|woman|person)|chief|governor|mayor|senator|secretary"
        r"|king|queen|pope|candidate|ceo|director|company|firm|agency|ministry|bank|party"
        r"|government|kremlin|group|organi[sz]ation|official|officials|general|ambassador|judge"
        r"|congressman|congresswoman|lawmaker|politician|billionaire|author|professor|republican"
        r"|democrat|commissioner|chancellor|newspaper|outlet)$"
    ),
)
