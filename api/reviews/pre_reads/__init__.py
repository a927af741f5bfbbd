"""The pre-read 会前准备: a frozen snapshot of facts, and what each side writes before the talk."""
