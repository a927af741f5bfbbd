"""Topics wished for: by a rep, by a manager, or by what the field hears."""
