"""The voice note (语音) of a help request: what is hard, said instead of typed. It is never turned into text."""
