"""The page's body, walked once in document order: blocks of text as a browser breaks them, and posts."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define
from turbohtml import Element, Node, Text

from reconcile.lexicons import load_words
from reconcile.markup.flow import Flow
from reconcile.markup.rendering import emoji_of
from reconcile.patterns import lazy_regex
from reconcile.reading.blocks import Block, Container, Part, Walk
from reconcile.reading.elements import (
    NO_MARKS,
    Marks,
    is_hidden,
    is_plain_code,
    is_template,
    layout_of_tags,
    marks_in,
    names_of,
    plain_tags,
    quoting_tags,
)
from reconcile.reading.embeds import may_be_post, read_element, read_line
from reconcile.reading.furniture import PLAIN, Traits, Use, traits_of
from reconcile.reading.paragraphs import Paragraphs
from reconcile.reading.post_links import own_selector

#: Elements in which nobody keeps a post.
_EMPTY = frozenset({"style", "svg", "link", "meta"})
#: The parser lays what is nested deeper side by side.
MAX_DEPTH = 500
#: More elements are not walked, with a note.
MAX_ELEMENTS = 200_000
_PART: dict[str, Part] = {"metadata": "metadata", "about": "about", "standfirst": "standfirst"}
_ARTICLE_BODY = lazy_regex(r"\barticleBody\b")


@define
class _Open:
    """An element that is being walked: what is left of it, and what to restore behind it."""

    children: Iterator[Node]
    tag: str
    is_block: bool
    part: Part
    container: int
    silent: bool
    is_link: bool = False


def walk(body: Element) -> Walk:
    """The blocks of `body`, and the elements that hold them, the body itself first."""
    return _Walker(body).run()


class _Walker:
    """One walk; every method is a step of it."""

    def __init__(self, body: Element) -> None:
        self.body = body
        self.result = Walk(containers=[Container("body", -1, 0)])
        self.paragraphs = Paragraphs(body)
        self.kinds, self.plain = layout_of_tags(), plain_tags()
        self.roles = load_words("html", "furniture_roles")
        self.flow = Flow()
        self.linked = self.anchors = self.parent = 0
        #: Where the links in the open block lead.
        self.hrefs: list[str] = []
        self.dates: list[tuple[int, str]] = []
        self.position: tuple[int, int] | None = None
        self.tag = "body"
        self.part: Part = ""
        self.silent = False

    def run(self) -> Walk:
        """Walk the whole body."""
        result = self.result
        stack = [_Open(iter(self.body), "body", True, "", 0, False)]
        left, deepest = MAX_ELEMENTS, 0
        while stack:
            top = stack[-1]
            for node in top.children:
                kind = type(node)
                if kind is Text:
                    if not self.silent:
                        data: str = node.data  # type: ignore[attr-defined]
                        if data.isspace():  # the line ends between elements: most texts of a page
                            self.flow.spaced = True
                        else:
                            self._add(data, top.tag, top.part)
                elif kind is Element:
                    left -= 1
                    if (entered := self._enter(node, top)) is not None:  # type: ignore[arg-type]
                        stack.append(entered)
                        if len(stack) > deepest:
                            deepest = len(stack)
                        break
            else:
                stack.pop()
                self._leave(top)
            if left < 0:
                result.notes.append(
                    f"the page has more than {MAX_ELEMENTS:,} elements; the rest was not read"
                )
                self._flush()
                break
        if deepest >= MAX_DEPTH:
            result.notes.append(
                f"the page nests more than {MAX_DEPTH} elements; deeper ones were read side by side"
            )
        for container in result.containers:
            container.last = len(result.blocks) if container.last < 0 else container.last
        return result

    # -- text ------------------------------------------------------------------------------------------

    def _add(self, data: str, tag: str, part: Part) -> None:
        start = self.flow.add(data)
        if start is None:
            return
        if start == 0:
            self.tag, self.part = tag, part
        if self.anchors:
            self.linked += self.flow.length - start

    def _flush(self) -> None:
        """Close the block that is open, if it has text."""
        if self.flow.length:
            text = self.flow.take()
            posts = read_line(text, self.hrefs) if "/" in text and (" " not in text or text[0] == "<") else []
            if posts:
                self.result.blocks += [Block("", self.tag, "", 0, self.position, post) for post in posts]
            else:
                dates = tuple(self.dates)
                self.result.blocks.append(
                    Block(text, self.tag, self.part, self.linked, self.position, None, dates)
                )
            self.linked = 0
        if self.hrefs:
            self.hrefs.clear()
            self.dates.clear()
        self.position = None

    # -- elements --------------------------------------------------------------------------------------

    def _enter(self, element: Element, top: _Open) -> _Open | None:
        """Lay out the start of `element`; None where its contents are not to be walked, or are already."""
        tag = element.tag
        kind = self.kinds.get(tag, "")
        if kind == "inline":
            return self._enter_inline(element, tag, top)
        if tag in _EMPTY or (tag == "script" and not self.silent and is_plain_code(element)):
            return None
        traits, marks = PLAIN, NO_MARKS
        if names := tuple(element.attrs):
            marks = marks_in(names)
            if marks.named:
                traits = traits_of(names_of(element, marks))
        if traits is not PLAIN or marks.asking or tag not in self.plain or self.silent:
            return self._enter_asked(element, tag, kind, top, traits, marks)
        # Most elements have nothing that could make them a post or furniture.
        if marks.hiding and is_hidden(element):
            return self._enter_silent(element, top)
        return self._enter_block(element, tag, kind, top.part, marks)

    def _enter_asked(
        self, element: Element, tag: str, kind: str, top: _Open, traits: Traits, marks: Marks
    ) -> _Open | None:
        """Lay out the start of an element that may be a post, hidden, or furniture."""
        if self._may_be_post(element, tag, kind, traits, marks) and self._take_posts(element):
            return None
        if kind == "unseen" or traits.hidden or (marks.hiding and is_hidden(element)):
            # A page without scripts shows what is in `noscript`: its posts count, its words do not.
            return self._enter_silent(element, top) if tag == "noscript" or kind != "unseen" else None
        if self.silent:
            return _Open(iter(element), top.tag, False, top.part, -1, True)
        use = self._use(element, tag, kind, traits, marks)
        if use == "consent":
            self.silent = True
            return _Open(iter(element), top.tag, False, top.part, -1, False)
        if use == "furniture" or (use == "unless post" and element.select_one(own_selector()) is None):
            return None
        part = _PART.get(use) or ("caption" if tag == "figcaption" else top.part)
        if kind == "":
            return _Open(iter(element), top.tag, False, part, -1, False)
        return self._enter_block(element, tag, kind, part, marks)

    def _enter_block(self, element: Element, tag: str, kind: str, part: Part, marks: Marks) -> _Open | None:
        """Begin a block, and a container where the element may hold others."""
        if self.flow.length or self.position or self.hrefs:
            self._flush()
        self.position = element.position
        if kind == "leaf":
            return self._opened(element, tag, True, part)
        container = len(self.result.containers)
        marked = marks.telling and bool(_ARTICLE_BODY.search(element.attr("itemprop") or ""))
        self.result.containers.append(Container(tag, self.parent, len(self.result.blocks), -1, marked))
        self.parent = container
        return _Open(iter(element), tag, True, part, container, False)

    def _enter_inline(self, element: Element, tag: str, top: _Open) -> _Open | None:
        if tag == "br":
            self.flow.line()
            return None
        if tag == "img":
            if emoji := emoji_of(element.attr("class") or "", element.attr("alt") or ""):
                self._add(emoji, top.tag, top.part)
            return None
        if (names := tuple(element.attrs)) and (marks := marks_in(names)).inline_telling:
            traits = traits_of(element.attr("class") or "")
            if traits.hidden or (marks.hiding and is_hidden(element)):
                return None
            may = traits.platform or (traits.box if tag == "a" else tag == "span" and may_be_post(element))
            if may and self._take_posts(element):
                return None
        if self.position is None:
            self.position = element.position
        if tag != "a":
            return self._opened(element, top.tag, False, top.part)
        self.anchors += 1
        self.hrefs.append(element.attr("href") or "")
        if self.flow.ends_with_bracket():
            self.dates.append((self.flow.length, self.hrefs[-1]))
        return self._opened(element, top.tag, False, top.part, is_link=True)

    def _opened(
        self, element: Element, tag: str, is_block: bool, part: Part, is_link: bool = False
    ) -> _Open | None:
        """`element` to be walked, or None where it held one text alone, as most do: that is added at once."""
        children = list(element)
        if len(children) != 1 or type(children[0]) is not Text:
            return _Open(iter(children), tag, is_block, part, -1, self.silent, is_link)
        if not self.silent:
            self._add(children[0].data, tag, part)
        if is_link:
            self.anchors -= 1
        if is_block:
            self._flush()
        return None

    def _enter_silent(self, element: Element, top: _Open) -> _Open | None:
        """Walk an element that is not shown for the posts in it alone."""
        if element.find("blockquote") is None and element.select_one(own_selector()) is None:
            return None
        opened = _Open(iter(element), top.tag, False, top.part, -1, self.silent)
        self.silent = True
        return opened

    def _leave(self, left: _Open) -> None:
        """Close `left`, whose contents are walked."""
        self.silent = left.silent
        if left.is_link:
            self.anchors -= 1
        if left.is_block:
            if self.flow.length:
                self._flush()
            if left.container >= 0:
                done = self.result.containers[left.container]
                done.last = len(self.result.blocks)
                self.parent = done.parent

    # -- what an element is ----------------------------------------------------------------------------

    def _use(self, element: Element, tag: str, kind: str, traits: Traits, marks: Marks) -> Use:
        """What the element is for; "" where it holds too much of the page to be anything but the article."""
        use: Use = traits.use
        if kind == "frame" or (marks.telling and (element.attr("role") or "") in self.roles):
            use = "furniture"
        elif tag == "aside":
            use = "unless post"
        if use and tag != "p" and (self.paragraphs.too_many_in(element) or element.find("h1") is not None):
            return ""
        return use

    # -- posts -----------------------------------------------------------------------------------------

    def _may_be_post(self, element: Element, tag: str, kind: str, traits: Traits, marks: Marks) -> bool:
        """Whether the element may be a post, or hold one's markup or a link to one in an attribute."""
        if traits.platform or traits.box or tag in quoting_tags():
            return True
        if kind == "unseen":
            return tag in ("template", "textarea") or is_template(element, tag, self.silent)
        return marks.open and may_be_post(element)

    def _take_posts(self, element: Element) -> bool:
        """Read `element` as posts; False where it is none."""
        found = read_element(element)
        if found:
            self._flush()
            blocks = (Block("", element.tag, "", 0, element.position, post) for post in found)
            self.result.blocks.extend(blocks)
        return bool(found)
