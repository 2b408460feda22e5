"""A page as a tree of our own: small, read once, never recursed into."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from resiliparse.parse.html import ELEMENT, TEXT, HTMLTree, Node

from factcheck.documents.fields import without_controls

# Nobody writes more attributes by hand, and looking one up takes longer the more there are.
_MOST_ATTRIBUTES = 64
# Their text is never shown, but JSON-LD is in a script, and the reason in a noscript.
SILENT = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "object", "head"})


# What stands on lines of its own; an element that browsers do not know runs in the line.
BLOCKS = frozenset(
    """
    address article aside blockquote body br caption center dd details dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main
    ol p pre search section summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905  a table of words, not forty lines of quotes
)


@dataclass(slots=True, eq=False)
class Element:
    tag: str
    attrs: dict[str, str]
    parent: "Element | None" = None
    depth: int = 0
    children: "list[Element | str]" = field(default_factory=list)
    #: Characters of visible text inside, and how many of them are in links.
    weight: int = 0
    linked: int = 0

    def get(self, name: str) -> str:
        return self.attrs.get(name, "")

    @property
    def classes(self) -> list[str]:
        return self.get("class").lower().split()


@dataclass(slots=True, eq=False)
class Page:
    tree: HTMLTree
    root: Element
    body: Element
    deepest: int


def parse(text: str) -> Page:
    tree = HTMLTree.parse(text)
    root = Element("#document", {})
    elements = _grow(root, tree)
    _weigh(elements)
    body = next((one for one in walk(root) if one.tag in {"body", "frameset"}), root)
    return Page(tree, root, body, max(one.depth for one in elements))


def _grow(root: Element, tree: HTMLTree) -> list[Element]:
    """Every element, parents before their children."""
    elements = [root]
    waiting: list[tuple[Element, Node | None]] = []
    if tree.document is not None:
        waiting.append((root, tree.document.first_child))
    while waiting:
        parent, node = waiting.pop()
        while node is not None:
            if node.type == ELEMENT:
                element = _element(node, parent)
                elements.append(element)
                waiting.append((element, node.first_child))
            elif node.type == TEXT:
                parent.children.append(without_controls(node.value or ""))
            node = node.next
    return elements


def _element(node: Node, parent: Element) -> Element:
    element = Element(node.tag or "", _attributes(node), parent, parent.depth + 1)
    parent.children.append(element)
    return element


def _attributes(node: Node) -> dict[str, str]:
    names = node.attrs  # type: ignore[attr-defined]  # the stubs give it to a private class
    return {name.lower(): node.getattr(name) or "" for name in names[:_MOST_ATTRIBUTES]}  # type: ignore[attr-defined]  # as above


def _weigh(elements: list[Element]) -> None:
    for element in reversed(elements):
        element.weight += sum(
            len(child.strip()) for child in element.children if isinstance(child, str)
        )
        if element.tag == "a":
            element.linked = element.weight
        if element.parent is not None and element.tag not in SILENT and not is_hidden(element):
            element.parent.weight += element.weight
            element.parent.linked += element.linked


def is_hidden(element: Element) -> bool:
    attrs = element.attrs
    if "hidden" in attrs or attrs.get("aria-hidden", "").lower() == "true":
        return True
    style = "".join(attrs.get("style", "").lower().split())
    return "display:none" in style or "visibility:hidden" in style


def walk(top: Element) -> Iterator[Element]:
    """`top` and every element inside, in the order of the page."""
    waiting = [top]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))


def ancestors(element: Element) -> Iterator[Element]:
    above = element.parent
    while above is not None:
        yield above
        above = above.parent


def words(top: Element, most: int = 100_000, skip: Callable[[Element], bool] = is_hidden) -> str:
    """The text inside on one line, without the elements to `skip`; the first `most` characters."""
    parts: list[str] = []
    waiting: list[Element | str] = [top]
    while waiting and most > 0:
        item = waiting.pop()
        if isinstance(item, str):
            parts.append(item[:most])
            most -= len(item)
        elif item is top or not skip(item):
            waiting.extend(reversed(item.children))
            parts.append(" " if item.tag in BLOCKS else "")
    return " ".join("".join(parts).split())
