"""What the five days of the newcomers' camp hold: 看 信 行 思 分享, in the organisation's own words."""
