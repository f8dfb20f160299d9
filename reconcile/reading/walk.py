"""The page's body, walked once in document order: blocks of text as a browser breaks them, and posts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from attrs import define
from turbohtml import Element, Node, Text

from reconcile.markup.rendering import emoji_of
from reconcile.reading.blocks import Container, Part, Walk
from reconcile.reading.elements import (
    LEAVES,
    NO_MARKS,
    Marks,
    is_article_body,
    is_hidden,
    is_plain_code,
    is_template,
    layout_of_tags,
    marks_in,
    names_of,
    plain_tags,
    quoting_tags,
    use_of,
)
from reconcile.reading.embeds import may_be_post, read_element
from reconcile.reading.furniture import PLAIN, Traits, traits_of
from reconcile.reading.open_block import OpenBlock
from reconcile.reading.paragraphs import Paragraphs
from reconcile.reading.post_links import own_selector

#: Elements in which nobody keeps a post.
_EMPTY = frozenset({"style", "svg", "link", "meta"})
#: The parser lays what is nested deeper side by side.
MAX_DEPTH = 500
#: More elements are not walked, with a note.
MAX_ELEMENTS = 200_000
_PART: dict[str, Part] = {"metadata": "metadata", "about": "about", "standfirst": "standfirst"}


@define
class _Open:
    """An element that is being walked: what is left of it, and what to restore behind it."""

    children: Iterator[Node]
    tag: str
    part: Part
    silent: bool
    is_block: bool = False
    #: Its number among the containers; -1 where it is none.
    container: int = -1
    is_link: bool = False


def walk(body: Element) -> Walk:
    """The blocks of `body`, and the elements that hold them, the body itself first."""
    return _Walker(body).run()


class _Walker:
    """One walk; every method is a step of it.

    What is done at the start of an element depends on its tag first: `_steps` says what for each, so that few
    questions are asked of most elements. A step gives the element to be walked, or None where nothing of it is,
    or all is laid out already.
    """

    def __init__(self, body: Element) -> None:
        self.body = body
        self.result = Walk(containers=[Container("body", -1, 0)])
        self.block = OpenBlock(self.result.blocks)
        self.paragraphs = Paragraphs(body)
        #: The innermost container that is open.
        self.parent = 0
        #: Nothing but posts is read.
        self.silent = False

    def run(self) -> Walk:
        """Walk the whole body."""
        result, block, steps, other = self.result, self.block, _steps(), _Walker._unknown
        stack = [_Open(iter(self.body), "body", "", False, True, 0)]
        left, deepest = MAX_ELEMENTS, 0
        while stack:
            top = stack[-1]
            for node in top.children:
                kind = type(node)
                if kind is Text:
                    if not self.silent:
                        data: str = node.data  # type: ignore[attr-defined]
                        if data.isspace():  # the line ends between elements: most texts of a page
                            block.spaced = True
                        else:
                            block.words(data, top.tag, top.part)
                elif kind is Element:
                    left -= 1
                    tag: str = node.tag  # type: ignore[attr-defined]
                    opened = steps.get(tag, other)(self, node, tag, top)  # type: ignore[arg-type]
                    if opened is not None:
                        stack.append(opened)
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
                block.close()
                break
        if deepest >= MAX_DEPTH:
            result.notes.append(
                f"the page nests more than {MAX_DEPTH} elements; deeper ones were read side by side"
            )
        for container in result.containers:
            container.last = len(result.blocks) if container.last < 0 else container.last
        return result

    def _leave(self, left: _Open) -> None:
        """Close `left`, whose contents are walked."""
        self.silent = left.silent
        if left.is_link:
            self.block.anchors -= 1
        if left.is_block:
            if self.block.length:
                self.block.close()
            if left.container >= 0:
                done = self.result.containers[left.container]
                done.last = len(self.result.blocks)
                self.parent = done.parent

    # -- inline elements -------------------------------------------------------------------------------

    def _line(self, element: Element, tag: str, top: _Open) -> None:
        self.block.line()

    def _image(self, element: Element, tag: str, top: _Open) -> None:
        if emoji := emoji_of(element.attr("class") or "", element.attr("alt") or ""):
            self.block.words(emoji, top.tag, top.part)

    def _inline(self, element: Element, tag: str, top: _Open) -> _Open | None:
        if element.attrs and self._is_done(element, tag):
            return None
        if self.block.position is None:
            self.block.position = element.position
        children = list(element)
        if len(children) != 1 or type(children[0]) is not Text:
            return _Open(iter(children), top.tag, top.part, self.silent)
        if not self.silent:
            self.block.words(children[0].data, top.tag, top.part)
        return None

    def _link(self, element: Element, tag: str, top: _Open) -> _Open | None:
        block = self.block
        if element.attrs and self._is_done(element, tag):
            return None
        if block.position is None:
            block.position = element.position
        block.link(element.attr("href") or "")
        children = list(element)
        if len(children) != 1 or type(children[0]) is not Text:
            return _Open(iter(children), top.tag, top.part, self.silent, is_link=True)
        if not self.silent:
            block.words(children[0].data, top.tag, top.part)
        block.anchors -= 1
        return None

    def _is_done(self, element: Element, tag: str) -> bool:
        """Whether an inline element is hidden, or a post that is read hereby."""
        marks = marks_in(tuple(element.attrs))
        if not marks.inline_telling:
            return False
        traits = traits_of(element.attr("class") or "")
        if traits.hidden or (marks.hiding and is_hidden(element)):
            return True
        may = traits.platform or (
            traits.box if tag == "a" else tag == "span" and may_be_post(element, marks.open)
        )
        return bool(may) and self._take_posts(element)

    # -- other elements --------------------------------------------------------------------------------

    def _nothing(self, element: Element, tag: str, top: _Open) -> None:
        """Nobody keeps a post in it."""

    def _script(self, element: Element, tag: str, top: _Open) -> _Open | None:
        return self._unknown(element, tag, top) if self.silent or not is_plain_code(element) else None

    def _plain(self, element: Element, tag: str, top: _Open) -> _Open | None:
        """A block whose tag says no more of it."""
        if self.silent:
            return self._unknown(element, tag, top)
        marked = False
        if element.attrs:
            marks = marks_in(tuple(element.attrs))
            traits = traits_of(names_of(element, marks)) if marks.named else PLAIN
            if traits is not PLAIN or marks.asking:
                return self._asked(element, tag, top, traits, marks)
            # Most elements have nothing that could make them a post or furniture.
            if marks.hiding and is_hidden(element):
                return self._hidden(element, top)
            marked = marks.telling and is_article_body(element)
        return self._begun(element, tag, top.part, marked)

    def _unknown(self, element: Element, tag: str, top: _Open) -> _Open | None:
        """An element that may be anything."""
        marks = marks_in(tuple(element.attrs)) if element.attrs else NO_MARKS
        traits = traits_of(names_of(element, marks)) if marks.named else PLAIN
        return self._asked(element, tag, top, traits, marks)

    def _asked(self, element: Element, tag: str, top: _Open, traits: Traits, marks: Marks) -> _Open | None:
        """The start of an element that may be a post, hidden, or furniture."""
        kind = layout_of_tags().get(tag, "")
        if self._may_be_post(element, tag, kind, traits, marks) and self._take_posts(element):
            return None
        if kind == "unseen" or traits.hidden or (marks.hiding and is_hidden(element)):
            # A page without scripts shows what is in `noscript`: its posts count, its words do not.
            return self._hidden(element, top) if tag == "noscript" or kind != "unseen" else None
        if self.silent:
            return _Open(iter(element), top.tag, top.part, True)
        use = use_of(element, tag, traits, marks, self.paragraphs)
        if use == "consent":
            self.silent = True
            return _Open(iter(element), top.tag, top.part, False)
        if use == "furniture" or (use == "unless post" and element.select_one(own_selector()) is None):
            return None
        part = _PART.get(use) or ("caption" if tag == "figcaption" else top.part)
        if kind == "":
            return _Open(iter(element), top.tag, part, False)
        return self._begun(element, tag, part, marks.telling and is_article_body(element))

    def _begun(self, element: Element, tag: str, part: Part, marked: bool) -> _Open | None:
        """A block begins, and a container where the element may hold others."""
        block, result = self.block, self.result
        block.close(element.position)
        if tag in LEAVES:
            children = list(element)
            if len(children) == 1 and type(children[0]) is Text:
                block.whole(children[0].data, tag, part)
                return None
            return _Open(iter(children), tag, part, False, True)
        container = len(result.containers)
        result.containers.append(Container(tag, self.parent, len(result.blocks), -1, marked))
        self.parent = container
        return _Open(iter(element), tag, part, False, True, container)

    def _hidden(self, element: Element, top: _Open) -> _Open | None:
        """Walk an element that is not shown for the posts in it alone."""
        if element.find("blockquote") is None and element.select_one(own_selector()) is None:
            return None
        opened = _Open(iter(element), top.tag, top.part, self.silent)
        self.silent = True
        return opened

    # -- what an element is ----------------------------------------------------------------------------

    def _may_be_post(self, element: Element, tag: str, kind: str, traits: Traits, marks: Marks) -> bool:
        """Whether the element may be a post, or hold one's markup or a link to one in an attribute."""
        if traits.platform or traits.box or tag in quoting_tags():
            return True
        if kind == "unseen":
            return tag in ("template", "textarea") or is_template(element, tag, self.silent)
        return may_be_post(element, marks.open)

    def _take_posts(self, element: Element) -> bool:
        """Read `element` as posts; False where it is none."""
        found = read_element(element)
        if found:
            self.block.close()
            for post in found:
                self.block.post(post, element.tag, element.position)
        return bool(found)


_Step = Callable[[_Walker, Element, str, _Open], _Open | None]


@cache
def _steps() -> dict[str, _Step]:
    """Tag -> what is done where such an element starts; those that are not in it may be anything."""
    steps: dict[str, _Step] = {
        tag: _Walker._inline for tag, kind in layout_of_tags().items() if kind == "inline"
    }
    steps |= dict.fromkeys(plain_tags(), _Walker._plain)
    steps |= {"a": _Walker._link, "br": _Walker._line, "img": _Walker._image, "script": _Walker._script}
    return steps | dict.fromkeys(_EMPTY, _Walker._nothing)
