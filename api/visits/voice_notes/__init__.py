"""The voice note (语音) of a check-in: what came of the visit, said instead of typed. It is never turned into text."""
