"""Refusals: a stable code, a status, and one sentence a rep can act on, in both languages.

A domain subclasses one of these and raises it in its service; the edge renders it once (`kit/problems.py`).
"""

from typing import Any, ClassVar


class Refused(Exception):
    """The work was not done, nothing was stored, and the sentence says what to do next."""

    status: ClassVar[int] = 409
    code: ClassVar[str] = "refused"
    en: ClassVar[str] = "That cannot be done now."
    zh: ClassVar[str] = "现在还不能这样做。"

    def __init__(self, **params: Any) -> None:
        self.params = params
        super().__init__(self.code)

    def sentence(self, language: str) -> str:
        said = self.zh if language.startswith("zh") else self.en
        return said.format(**self.params)


class NotFound(Refused):
    status = 404
    code = "not_found"
    en = "There is nothing here that you can open. It may have moved to somebody else."
    zh = "这里没有你能打开的内容，也许已经转给别人了。"


class NoSuchAddress(Refused):
    status = 404
    code = "no_such_address"
    en = "There is no such address. The API begins at /api/v1; its description is /api/v1/openapi.json."
    zh = "没有这个地址。接口从 /api/v1 开始，说明在 /api/v1/openapi.json。"


class MethodUnknown(Refused):
    status = 405
    code = "method_not_allowed"
    en = "This address does not know this method."
    zh = "这个地址不支持这种方法。"


class Unreadable(Refused):
    status = 400
    code = "unreadable"
    en = "The body is not JSON that can be read."
    zh = "请求内容不是可以读懂的 JSON。"


class BodyTooLarge(Refused):
    status = 413
    code = "body_too_large"
    en = "This is more than 1000 kB. Send it in smaller parts."
    zh = "内容超过 1000 kB，请分成小块再发。"


class Forbidden(Refused):
    status = 403
    code = "not_yours_to_do"
    en = "Your role cannot do this. Ask your manager or an admin."
    zh = "你的角色不能这样做，请找主管或管理员。"


class Conflict(Refused):
    status = 409
    code = "conflict"


class Invalid(Refused):
    """The input itself is malformed in a way only the service can see; `pointer` says where."""

    status = 422
    code = "invalid"
    en = "Some of this could not be read; see errors. Nothing was lost."
    zh = "有些内容读不懂，见 errors；什么都没有丢。"
    pointer: ClassVar[str] = ""


class Unauthenticated(Refused):
    status = 401
    code = "sign_in_needed"
    en = "Please sign in again. What you wrote on this phone is kept."
    zh = "请重新登录，你在手机上写的内容都还在。"


class TooMany(Refused):
    status = 429
    code = "too_many_tries"
    en = "Too many tries. Please wait {seconds} seconds."
    zh = "试得太多了，请等 {seconds} 秒再来。"


class Stale(Refused):
    """`current` is what is stored now, rendered by the route's own response model."""

    status = 412
    code = "changed_meanwhile"
    en = "Somebody changed this since you opened it. Compare both and save again."
    zh = "你打开之后有人改过。对比一下，再保存。"

    def __init__(self, *, current: object | None = None) -> None:
        super().__init__()
        self.current = current


class VersionNeeded(Refused):
    status = 428
    code = "version_needed"
    en = 'Say which version you changed: send its ETag in If-Match, for example If-Match: "3".'
    zh = "请在 If-Match 里带上你所改版本的 ETag。"


class BornDifferently(Conflict):
    code = "born_differently"
    en = (
        "This record is stored already, with other content. Open it and send the change as an edit."
    )
    zh = "这条记录已经存过，内容不一样。请打开它，作为修改再发。"


class NotConsistent(Conflict):
    code = "not_consistent"
    en = "This refers to something that is not there, or that exists already."
    zh = "其中引用的内容不存在，或已经有了。"


class StorageFull(Refused):
    status = 507
    code = "storage_full"
    en = "The server has no room left, so nothing was stored. Your record stays on the phone and is sent again."
    zh = "服务器空间满了，没有存下。记录还在手机上，会再发。"


class NotStored(Refused):
    status = 500
    code = "not_stored"
    en = "The server could not store this. Your record stays on the phone and is sent again."
    zh = "服务器没有存下，记录还在手机上，会再发。"
