"""A page with a quotation in every place where pages put them."""

HEAD = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><base href="/news/">
<title>Dam fails | The Daily</title><link rel="canonical" href="dam?id=1">
<meta name="description" content="The teaser told of rain that nobody had forecast.">
<meta property="og:title" content="Dam fails"><style>.x::after{content:"Styled words never count."}
</style><script>var state = {"quote": "The script alone held this sentence."}</script>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
"headline":"Dam fails","datePublished":"2025-03-01T10:00:00Z","dateModified":"2025-03-02T11:30:00Z",
"isAccessibleForFree":"False","articleBody":"The data spoke of water &amp; of mud everywhere."}]}
</script></head><body>"""
BODY = """
<header><p>The header warned of floods in the valley.</p></header>
<nav><ul><li><a href="/a">The menu lists every story of the week</a></ul></nav>
<main><article><h1>The headline names the broken dam</h1><p>Plain words stood in the paragraph.</p>
<p>She said that <b>the <i>water</i></b> ro<em>se</em> by <a href="x">nine&nbsp;feet</a>
in an hour.</p>
<p>The line was broken<br>in the middle of it.</p>
<blockquote><p>The blockquote carried her own words.</p><footer>Her name stood below.</footer>
</blockquote>
<ul><li>The first point of the list was short.<li>The second point went on for longer.</ul>
<figure><img src="a.jpg" alt="The alternative text described the flood.">
<figcaption>The caption told who took the picture.</figcaption></figure>
<table><caption>The table had a caption too.</caption><tr><th>Place<th>Level<tr><td>The cell held a
sentence.<td>10<sup>2</sup> m</table>
<p>The price was <del>forty dollars at first</del> <ins>fifty dollars in the end</ins>.</p>
<p style="TEXT-decoration: Line-Through">The whole paragraph was taken back.</p>
<aside>The aside explained how dams are built.</aside>
<details><summary>The summary could be opened.</summary>The details stood behind it.</details>
<dl><dt>Dam<dd>The definition was longer than the word.</dl>
<p>Soft&shy;hyphens &amp; \u201ccurly quotes\u201d stayed.</p>
<div style="display: none">The hidden layer said something else.</div>
<p hidden>The hidden attribute kept this away.</p>
<noscript>The noscript text was for old browsers.</noscript>
<section id="comments"><p>The comment doubted all of it.</p></section>
<p class="footnote" id="fn1">1. The footnote named the source.</p></article></main>
<form><label>The label asked for a name.</label><textarea>The box held a\n draft.</textarea></form>
<footer>The footer stated who owns the paper.</footer></body></html>
"""
PAGE = (HEAD + BODY).encode()

SHOWN = (
    "The header warned of floods in the valley.",
    "The menu lists every story of the week",
    "The headline names the broken dam",
    "Plain words stood in the paragraph.",
    "She said that the water rose by nine feet in an hour.",
    "The line was broken in the middle of it.",
    "The blockquote carried her own words.",
    "Her name stood below.",
    "The second point went on for longer.",
    "The caption told who took the picture.",
    "The table had a caption too.",
    "The cell held a sentence.",
    "fifty dollars in the end",
    "The aside explained how dams are built.",
    "The summary could be opened.",
    "The details stood behind it.",
    "The definition was longer than the word.",
    "Soft\u00adhyphens & \u201ccurly quotes\u201d stayed.",
    "The comment doubted all of it.",
    "1. The footnote named the source.",
    "The label asked for a name.",
    "The box held a draft.",
    "The footer stated who owns the paper.",
)
STRUCK = ("forty dollars at first", "The whole paragraph was taken back.")
HIDDEN = (
    "The hidden layer said something else.",
    "The hidden attribute kept this away.",
    "The noscript text was for old browsers.",
    "The alternative text described the flood.",
    "The data spoke of water & of mud everywhere.",
    "The teaser told of rain that nobody had forecast.",
)
NEVER = ("Styled words never count.", "The script alone held this sentence.")
