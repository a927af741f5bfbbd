"""Which cases 案例 are proposed for a visit, a step or a talk: the library's own rule, and the first thing that speaks for each."""
