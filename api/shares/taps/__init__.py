"""Taps: thanks 谢谢 and a nudge 拍一拍, sideways and by name, once per person and share."""
