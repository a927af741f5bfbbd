"""The voice note (语音) of a part of a share: told aloud instead of typed. It is never turned into text, nor a case."""
