"""收获: what became of a solved request: a drill card tonight, a case or a training topic that somebody wishes for."""
