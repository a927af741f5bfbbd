"""推送: the phones that may be woken, and the keys by which their push services know this server."""
