"""Which rows are a person's own: by whom they were written, whom they are about, and what they belong to.

From the method: a growth file is read by its rep first and whole (domain.md §1, line 11). What the other side of a
day alone may read is not in it, nor what somebody could sign in with.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mine:
    """Rows of a table: one of `people` is me, or `column` leads to a row of `parent` that is mine.

    `through` is a table of mine whose column leads here: an evening by who sat there, a class by who came.
    """

    people: tuple[str, ...] = ()
    within: tuple[tuple[str, str], ...] = ()
    through: tuple[str, str] | None = None


def mine(*people: str) -> Mine:
    return Mine(people)


def within(column: str, parent: str, *people: str) -> Mine:
    return Mine(people, ((column, parent),))


MINE: dict[str, Mine] = {
    # Clients, deals, visits
    "clients": mine("owner_id"),
    "contacts": within("client_id", "clients"),
    "client_owners": within("client_id", "clients", "owner_id"),
    "client_sheets": within("client_id", "clients", "author_id"),
    "deals": mine("owner_id"),
    "deal_lines": within("deal_id", "deals"),
    "payments": within("deal_id", "deals"),
    "visits": mine("rep_id"),
    "kick_offs": mine("person_id"),
    "visit_amendments": within("visit_id", "visits", "by_id"),
    "visit_objections": within("visit_id", "visits"),
    "media": mine("owner_id"),
    "answers": mine("author_id"),
    "answer_uses": mine("by_id"),
    # Drills
    "drills": Mine(("started_by_id", "recorded_by_id"), through=("drill_people", "drill_id")),
    "drill_people": mine("person_id"),
    "rounds": mine("rep_id", "boss_id", "observer_id"),
    "round_lines": within("round_id", "rounds"),
    "round_ticks": within("round_id", "rounds"),
    "round_corrections": within("round_id", "rounds", "by_id"),
    "deck_cards": mine("rep_id"),
    "evenings": mine("person_id"),
    "reality_checks": mine("rep_id"),
    "reality_items": within("check_id", "reality_checks"),
    "practice_points": mine("rep_id"),
    "point_ticks": within("point_id", "practice_points"),
    # Goals and promises
    "commitments": mine("owner_id", "to_id"),
    "commitment_moves": within("commitment_id", "commitments", "by_id"),
    "commitment_replies": within("commitment_id", "commitments", "by_id"),
    "goals": mine("owner_id"),
    "goal_versions": within("goal_id", "goals", "proposed_by_id"),
    "advice": within("goal_id", "goals", "by_id"),
    "advice_leads": within("goal_id", "goals"),
    "rewards": mine("owner_id", "by_id"),
    "help_requests": mine("asker_id"),
    "help_answers": within("request_id", "help_requests", "by_id"),
    "help_hand_overs": within("request_id", "help_requests", "by_id"),
    "help_kept": mine("helper_id"),
    "help_missed": mine("helper_id"),
    # Reviews
    "review_series": mine("host_id", "person_id"),
    "reviews": mine("host_id", "person_id", "mentor_id"),
    "review_agreements": within("review_id", "reviews", "person_id"),
    "review_asks": mine("person_id"),
    "review_answers": within("review_id", "reviews", "by_id"),
    "review_moves": within("review_id", "reviews", "by_id"),
    "review_notes": within("review_id", "reviews", "by_id"),
    "review_promises": within("review_id", "reviews", "owner_id"),
    "review_snapshots": within("review_id", "reviews"),
    # Ride-alongs
    "mentor_pairs": mine("mentor_id", "apprentice_id"),
    "ride_alongs": mine("mentor_id", "apprentice_id"),
    "ride_moves": within("ride_along_id", "ride_alongs", "by_id"),
    "ride_visits": within("ride_along_id", "ride_alongs"),
    "ride_moments": within("ride_along_id", "ride_alongs", "by_id"),
    "ride_watched": within("ride_along_id", "ride_alongs", "by_id"),
    "curbside_lines": within("ride_along_id", "ride_alongs", "by_id"),
    "ride_rescues": mine("by_id"),
    "ride_replays": mine("by_id"),
    "debriefs": within("ride_along_id", "ride_alongs", "by_id"),
    "debrief_acknowledgements": within("ride_along_id", "ride_alongs", "by_id"),
    "rung_choices": within("ride_visit_id", "ride_visits", "by_id"),
    "standings": mine("person_id"),
    "rung_moves": mine("person_id", "proposed_by_id"),
    "rung_evidence": within("move_id", "rung_moves"),
    # Sharing
    "shares": mine("author_id"),
    "share_parts": within("share_id", "shares"),
    "share_figures": within("share_id", "shares"),
    "share_taps": within("share_id", "shares", "by_id"),
    "cases": mine("author_id"),
    "case_parts": within("case_id", "cases"),
    "case_tags": within("case_id", "cases"),
    "case_uses": within("case_id", "cases", "by_id"),
    "competitor_notes": mine("author_id"),
    "tries": mine("by_id"),
    "pair_interviews": Mine(through=("interview_seats", "interview_id")),
    "interview_seats": mine("person_id"),
    "rivalries": mine("proposed_by_id", "rival_id"),
    "rivalry_sides": mine("person_id"),
    "rivalry_terms": within("rivalry_id", "rivalries"),
    # Training
    "training_series": mine("trainer_id"),
    "training_plans": mine("by_id"),
    "planned_topics": within("plan_id", "training_plans"),
    "training_sessions": Mine(("trainer_id",), through=("session_attendance", "session_id")),
    "session_attendance": mine("person_id"),
    "session_evidence": mine("person_id"),
    "learning_points": within("session_id", "training_sessions"),
    "training_materials": mine("added_by_id"),
    "topic_proposals": mine("by_id"),
    "topic_votes": mine("person_id"),
    "certifications": mine("person_id"),
    "certification_seats": within("certification_id", "certifications", "assessor_id"),
    "camps": mine("person_id"),
    "camp_days": within("camp_id", "camps"),
    # About me
    "people": mine("id"),
    "access_log": mine("owner_id"),
    "reminders": mine("person_id"),
    "reminder_choices": mine("person_id"),
}

OF_THE_HOUSE = "belongs to the organisation"
A_KEY = "what somebody could sign in or send with"
COUNTED = "counted from rows that are here"
LEFT_OUT: dict[str, str] = {
    "organisations": OF_THE_HOUSE,
    "calendar_days": OF_THE_HOUSE,
    "teams": OF_THE_HOUSE,
    "skills": OF_THE_HOUSE,
    "behaviours": OF_THE_HOUSE,
    "objection_types": OF_THE_HOUSE,
    "products": OF_THE_HOUSE,
    "review_questions": OF_THE_HOUSE,
    "camp_template_days": OF_THE_HOUSE,
    "certification_template_areas": OF_THE_HOUSE,
    "effective_visit_rules": OF_THE_HOUSE,
    "robots": A_KEY,
    "server_keys": A_KEY,
    "sign_in_tries": A_KEY,
    "refresh_tokens": A_KEY,
    "invitations": A_KEY,
    "push_subscriptions": A_KEY,
    "pulse_turns": "that somebody had a turn; what was answered leads to nobody",
    "pulse_counts": OF_THE_HOUSE,
    "deliveries": COUNTED,
    "counted_rows": COUNTED,
    "events": COUNTED,
    "event_counters": COUNTED,
    "flow_faults": "of the machine",
    "review_preparations": "the host's own, gone when the review closes",
}
"""Tables of which nothing is taken along, with the reason."""

SECRET = ("password_hash", "keys_issue")
FOR_THE_MACHINE = ("organisation_id", "found_by", "name_search", "initials", "searched", "file")


def is_told(column: str) -> bool:
    """Digests and what searches read say nothing to a person; keys say too much."""
    return column not in (*SECRET, *FOR_THE_MACHINE) and "digest" not in column
