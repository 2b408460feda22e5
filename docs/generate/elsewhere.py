"""The files of docs/how-to/import-from-elsewhere.md, as other programs and houses write them."""

CHECKS = "https://checks.example/2026/vents"
REVIEW = """\
<script type="application/ld+json">
{
  "@context": "https://schema.org", "@type": "ClaimReview",
  "url": "https://checks.example/2026/vents",
  "claimReviewed": "The bay tunnel has 90 vents",
  "datePublished": "2026-03-02",
  "author": {"@type": "Organization", "name": "Checks of the Coast"},
  "itemReviewed": {
    "@type": "Claim", "datePublished": "2026-02-27",
    "author": {"@type": "Person", "name": "Olav Berg"},
    "appearance": {"@type": "CreativeWork", "url": "https://posts.example/olav/77"}
  },
  "reviewRating": {
    "@type": "Rating", "alternateName": "False",
    "ratingValue": 1, "bestRating": 5, "worstRating": 1,
  }
}
</script>
"""
FEED = """\
{
  "@context": "https://schema.org",
  "@type": "DataFeed",
  "dataFeedElement": [
    {"@type": "DataFeedItem", "item": {
      "@type": "ClaimReview", "url": "https://checks.example/2026/ferry",
      "claimReviewed": "The ferry ran until 1970",
      "author": {"@type": "Organization", "name": "Checks of the Coast"},
      "reviewRating": {"@type": "Rating", "alternateName": "True"}
    }},
    {"@type": "DataFeedItem", "item": {
      "@type": "ClaimReview", "url": "https://checks.example/2026/toll",
      "author": {"@type": "Organization", "name": "Checks of the Coast"}
    }}
  ]
}
"""
ANSWER = """\
{
  "claims": [
    {
      "text": "The lighthouse was sold",
      "claimant": "a chain letter",
      "claimDate": "2026-01-05T00:00:00Z",
      "claimReview": [
        {
          "publisher": {"name": "Harbour Facts", "site": "harbourfacts.example"},
          "url": "https://harbourfacts.example/lighthouse",
          "title": "The lighthouse has one owner since 1902",
          "reviewDate": "2026-01-09T00:00:00Z",
          "textualRating": "Wishful thinking",
          "languageCode": "en"
        }
      ]
    }
  ]
}
"""
LIBRARY = """\
@book{atlas,
  title     = {Atlas of the Northern Coast},
  author    = {Sj{\\"o}berg, Anna},
  publisher = {Varde Press},
  year      = 1968
}
"""
CSL = """\
[
  {
    "id": "roads",
    "type": "webpage",
    "title": "Varde Bay Tunnel",
    "publisher": "County Roads Office",
    "issued": {"date-parts": [[2026, 3, 1]]},
    "URL": "https://roads.example/tunnels/varde"
  }
]
"""
DRAFT = """\
# The tunnel under the bay

The tunnel under Varde Bay is the longest in the county. It was opened in 1971.
"""
NOTES = """\
[
  {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "https://notes.example/1", "type": "Annotation",
    "creator": {"type": "Person", "name": "Maria Keller"},
    "body": {"type": "TextualBody", "value": "Atlas of the Northern Coast, p. 212"},
    "target": {
      "source": "https://example.org/bay",
      "selector": {"type": "TextQuoteSelector", "exact": "the longest in the county"}
    }
  }
]
"""
TABLE = """\
No;Statement;Who said it;When;Link;Our view
1;The bay is 9 kilometres wide;Varde Council;3 March 2026;https://council.example/bay;true
2;The toll was two crowns;;soon;;false
"""
