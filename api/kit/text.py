"""Finding by name: Chinese text spaced by character, and pinyin initials ("nydc" finds 暖屿灯厂)."""

import unicodedata

from pypinyin import Style, lazy_pinyin


def folded(text: str) -> str:
    """Case and width folded, so that "ＡＢ" and "ab" are the same word."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def spaced(text: str) -> str:
    """Chinese characters set apart by spaces; other words stay whole."""
    parts = [f" {char} " if _is_han(char) else char for char in folded(text)]
    return " ".join("".join(parts).split())


def pinyin_initials(text: str) -> str:
    """The first letter of each character's pinyin, lower case; Latin words keep their first letters' run."""
    letters = lazy_pinyin(folded(text), style=Style.FIRST_LETTER)
    return "".join(letter for letter in letters if letter.isalnum())


def latin(text: str) -> str:
    """A name in pinyin, each syllable joined: 小满 → "Xiaoman"."""
    return "".join(lazy_pinyin(text)).capitalize()


def has_han(text: str) -> bool:
    """Whether it is written in Chinese: one character is enough, since Latin names stand in Chinese text."""
    return any(_is_han(char) for char in text)


def _is_han(char: str) -> bool:
    return "㐀" <= char <= "鿿" or "豈" <= char <= "﫿"
