"""What a material may be. Who reads one is whoever sees its class, and who lays it out whoever runs the class."""

from urllib.parse import urlsplit

from api.kit.errors import Conflict

MOST = 12
"""Materials of one class: more would be a library, and nobody reads it before a visit."""
BACK_WITHIN_DAYS = 1


class MaterialsFull(Conflict):
    code = "materials_full"
    en = "A class has at most {most} materials. Take one away first, or put two into one text."
    zh = "一次培训最多放 {most} 份资料，先移走一份，或者把两份合成一段文字。"


class MaterialGone(Conflict):
    code = "material_gone"
    en = "Its file is gone for good. Add it again."
    zh = "文件已经彻底删掉了，请重新添加。"


class BodyOfText(Conflict):
    code = "material_of_another_kind"
    en = "Only a text has a body, and only a link an address. Add a new one instead."
    zh = "只有文字有正文，只有链接有网址。想换一种，请另外添加。"


def host_of(address: str) -> str | None:
    """Of an address that may be opened: https, a host, and nobody's name or password in it; else None."""
    if any(letter.isspace() or not letter.isprintable() for letter in address):
        return None
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    named = "@" in parts.netloc or "\\" in address
    if parts.scheme != "https" or not host or named:
        return None
    return host if port in (None, 443) else f"{host}:{port}"
