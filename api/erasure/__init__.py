"""Erasing a person 抹去: the name and the words go, the counts stay; by the command line, never by a colleague in the app."""
