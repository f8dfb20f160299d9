"""A mail (RFC 5322, MIME) as it is saved with its headers, read by the standard library's `email`.

The sender's body, the day and the subject come from the headers. Of the alternatives the HTML is taken, whose
paragraphs and tables are whole, unless the plain text says more. A release that comes as an attachment to a few
covering words is the release, and the words stay behind it as its cover; every other attachment is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message

import regex
from attrs import evolve

from reconcile.errors import InputError
from reconcile.patterns import lazy_regex
from reconcile.reading.formats.contents import Contents
from reconcile.text import fold

#: Deeper and more parts than this no mail program makes.
_DEEPEST, _MOST_PARTS = 20, 500
#: HTML that has this share of the plain text's letters is taken for all of it.
_AS_MUCH = 0.7
#: What stands beside an attachment this many times as long is a covering letter.
_COVER = 2
#: A subject of fewer words says nothing; a headline stands within so many letters.
_HEADLINE_WORDS, _TOP = 4, 800
_ANSWER = lazy_regex(r"\s*(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|i|enc)\s?:\s*){1,5}", regex.IGNORECASE)
_TAG = lazy_regex(r"\s*\[[^\]\n]{1,40}\]\s*")
_LETTER = lazy_regex(r"[\p{L}\p{N}]")
_READABLE = frozenset(
    {
        "text/plain",
        "text/html",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/octet-stream",
    }
)


def read(data: bytes, place: str) -> Contents:
    """The release in a mail.

    Raises InputError where the mail has no words, neither of its own nor in an attachment.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        return _read(message, place, depth=0)
    except (MessageError, RecursionError, LookupError, ValueError, AttributeError, TypeError) as error:
        # the parser's own faults with hostile headers come as any of these
        raise InputError(place, "the mail is damaged", "save it again, or give its text") from error


def _read(message: Message, place: str, depth: int) -> Contents:
    """The release of one mail, with what its headers say."""
    own, others = _sorted_parts(message)
    text = own.text if own else ""
    attached = [
        (name, contents) for name, part in others if (contents := _attached(part, name, place, depth))
    ]
    longest = max((contents for _, contents in attached), key=lambda c: len(c.text), default=None)
    named = [name for name, _ in others]
    if longest is not None and len(longest.text) >= _COVER * len(text):
        named.remove(next(name for name, contents in attached if contents is longest))
        own = evolve(longest, cover="\n\n".join(filter(None, (text.strip(), longest.cover))))
    if own is None or not own.text.strip():
        problem = f"the mail has no words of its own, only {named[0]}" if named else "the mail has no words"
        raise InputError(place, problem, "give the attachment itself" if named else "give the release's text")
    notes = tuple(f"the attachment {name} was not read; give it as a release of its own" for name in named)
    own = _under_subject(own, _subject(message))
    return evolve(
        own,
        issuer=own.issuer or _sender(message),
        issued=own.issued or _day(message),
        headline=own.headline or _subject(message),
        notes=(*own.notes, *notes),
    )


def _under_subject(contents: Contents, subject: str | None) -> Contents:
    """The contents with the subject above them where it says something that they do not begin with."""
    if not subject or len(subject.split()) < _HEADLINE_WORDS:
        return contents
    top = " ".join(fold(contents.text[: _TOP + len(subject)]).text.split()).casefold()
    return (
        contents
        if fold(subject).text.casefold() in top
        else evolve(contents, text=f"{subject}\n\n{contents.text}")
    )


# -- headers --------------------------------------------------------------------------------------------


def _header(message: Message, name: str) -> str:
    """A header on one line; "" where it is missing or no mail program could have written it."""
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):
        return ""


def _sender(message: Message) -> str | None:
    """What the mail calls its sender's body, or the sender; a person is none, which the caller must tell."""
    organization = _header(message, "Organization")
    if organization:
        return organization
    name = _header(message, "From").partition("<")[0].strip(" \"'")
    return name if name and "@" not in name else None


def _day(message: Message) -> date | None:
    """The day on which the mail was sent, where the sender was."""
    try:
        header = message.get("Date")
        sent = getattr(header, "datetime", None)
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):
        return None
    return sent.date() if sent is not None else None


def _subject(message: Message) -> str | None:
    """The subject without what an answer, a forward or a mailing list puts before it."""
    subject = _header(message, "Subject")
    for mark in (_TAG, _ANSWER, _TAG):
        found = mark.match(subject)
        subject = subject[found.end() :] if found else subject
    return subject.strip() or None


# -- parts ----------------------------------------------------------------------------------------------


def _sorted_parts(message: Message) -> tuple[Contents | None, list[tuple[str, Message]]]:
    """The mail's own words, and its attachments by name; pictures inside the text are neither."""
    plain: list[str] = []
    marked: list[str] = []
    others: list[tuple[str, Message]] = []
    for part in _leaves(message):
        kind, name = part.get_content_type(), _name(part)
        attached = part.get_content_disposition() == "attachment" or (
            name is not None and kind != "text/plain"
        )
        if kind == "message/rfc822" or (attached and not kind.startswith("image/")):
            others.append((name or f"an attached {kind}", part))
        elif attached or kind not in ("text/plain", "text/html"):
            continue
        else:
            (marked if kind == "text/html" else plain).append(_decoded(part))
    return _best("\n\n".join(plain), "\n".join(marked)), others


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that have no parts, in order; a mail in the mail is one."""
    stack, left = [(message, 0)], _MOST_PARTS
    while stack and left:
        part, depth = stack.pop()
        left -= 1
        if part.get_content_type() == "message/rfc822" or not part.is_multipart():
            yield part
        elif depth < _DEEPEST:
            payload = part.get_payload()
            inner = [p for p in payload if isinstance(p, Message)] if isinstance(payload, list) else []
            stack += [(p, depth + 1) for p in reversed(inner)]


def _name(part: Message) -> str | None:
    """The file name of a part, on one line and printable, or None."""
    try:
        name = part.get_filename()
    except (ValueError, LookupError, AttributeError, TypeError):
        return None
    shown = "".join(c for c in " ".join((name or "").split()) if c.isprintable())
    return shown[:80] or None


def _decoded(part: Message) -> str:
    """The words of a text part; a charset that is wrong or unknown is told from the bytes, as for any file."""
    from reconcile.reading.decode import decode

    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if not data.strip():
        return ""
    charset = str(part.get_content_charset() or "")
    try:
        text = data.decode(charset) if charset and charset not in ("us-ascii", "unknown-8bit") else None
    except (LookupError, UnicodeDecodeError):
        text = None
    if text is None:
        text = decode(data, "the mail").text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    return _unflowed(text) if str(part.get_param("format") or "").lower() == "flowed" else text


def _unflowed(text: str) -> str:
    """Lines that end with a space go on in the next (RFC 3676, 4.2); a signature's mark "-- " does not."""
    return regex.sub(r"(?<!(?:^|\n)--) \n(?!\n|>)", " ", text)


def _best(plain: str, marked: str) -> Contents | None:
    """The alternative that says more; HTML where they say the same."""
    if marked.strip():
        from reconcile.reading.formats.webpage import read_markup

        page = read_markup(marked)
        if _letters(page.text) >= _AS_MUCH * _letters(plain) and page.text.strip():
            return evolve(page, issued=None)
    return Contents(plain.strip("\n")) if plain.strip() else None


def _letters(text: str) -> int:
    return len(_LETTER.findall(text))


def _attached(part: Message, name: str, place: str, depth: int) -> Contents | None:
    """The release in an attachment, or None where it is none that can be read."""
    from reconcile.reading.formats import read_file

    inside = f"{place}, attachment {name}"
    try:
        if part.get_content_type() == "message/rfc822":
            payload = part.get_payload()
            inner = payload[0] if isinstance(payload, list) and payload else None
            return _read(inner, inside, depth + 1) if isinstance(inner, EmailMessage) and depth < 3 else None
        if part.get_content_type() not in _READABLE:
            return None
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes) or not data:
            return None
        return read_file(data, inside) or _text_of(data, inside)
    except InputError:
        return None


def _text_of(data: bytes, place: str) -> Contents | None:
    """An attachment of plain text or HTML."""
    from reconcile.reading import is_html
    from reconcile.reading.decode import decode
    from reconcile.reading.formats.webpage import read_markup

    text = decode(data, place).text
    return read_markup(text) if is_html(text) else Contents(text)
