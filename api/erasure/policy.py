"""Which words are whose, table by table: what a person wrote, and what was written down about them.

Every column that can hold words stands here once: blanked, gone with its row, or kept with the reason. A new column
without a place fails a test (docs/decisions/0022).
"""

from dataclasses import dataclass
from typing import Any, ClassVar

from api.clients.models import EMPTY_SHEET
from api.kit.errors import Conflict, NotFound


class PersonUnknown(NotFound):
    code = "person_unknown"
    en = "Nobody here signs in as {login}. See the name in the app, under People."
    zh = "这里没有人用 {login} 登录，在应用的“人员”里看一下。"


class ClientsFirst(Conflict):
    code = "clients_first"
    en = "{number} clients are still theirs. Hand them over in the app first, so that nobody loses a client."
    zh = "名下还有 {number} 家客户，先在应用里交接，免得客户没人管。"


@dataclass(frozen=True)
class Whose:
    """Rows in which one of `people` is the person, or whose `column` leads to such a row of `parent`."""

    people: tuple[str, ...] = ()
    parent: tuple[str, str, "Whose"] | None = None
    by_child: tuple[str, str, "Whose"] | None = None


@dataclass(frozen=True)
class Words:
    """Columns that are blanked in the rows of `whose`."""

    columns: tuple[str, ...]
    whose: tuple[Whose, ...]

    NOTHING: ClassVar[str] = "—"
    """What stands in the place of words: a reader sees that something stood there."""


def by(*people: str) -> Whose:
    return Whose(people)


def part_of(column: str, parent: str, *people: str) -> Whose:
    return Whose(parent=(column, parent, Whose(people)))


def words(columns: str, *whose: Whose) -> tuple[Words, ...]:
    return (Words(tuple(columns.split()), whose),)


RIDE = part_of("ride_along_id", "ride_alongs", "apprentice_id")
REVIEWED = part_of("review_id", "reviews", "person_id")
PROMISE = part_of("commitment_id", "commitments", "owner_id", "to_id")
OF_A_RIDE = Whose(parent=("of_id", "curbside_lines", RIDE))
LEARNED = Whose(parent=("within_id", "training_sessions", by("trainer_id")))

WORDS: dict[str, tuple[Words, ...]] = {
    "advice": words(
        "words step how_seen answer_words", by("by_id"), part_of("goal_id", "goals", "owner_id")
    ),
    "answers": words("text", by("author_id")),
    "camps": words("show_about", by("person_id")),
    "camp_days": words("words", part_of("camp_id", "camps", "person_id")),
    "cases": words("title searched", by("author_id")),
    "case_parts": words("words", part_of("case_id", "cases", "author_id")),
    "certification_seats": words(
        "strong next", by("assessor_id"), part_of("certification_id", "certifications", "person_id")
    ),
    "client_sheets": words("content", by("author_id")),
    "commitments": words("words how_seen outcome_reason", by("owner_id", "to_id")),
    "commitment_moves": words("why", by("by_id"), PROMISE),
    "commitment_replies": words("words", by("by_id"), PROMISE),
    "curbside_lines": words("words", by("by_id"), RIDE),
    "deals": words("lost_reason quality_note", by("owner_id")),
    "debriefs": words(
        "well stuck strength_one strength_two change action action_seen promise",
        by("by_id"),
        RIDE,
    ),
    "debrief_acknowledgements": words("words", by("by_id"), RIDE),
    "deck_cards": words("words", by("rep_id")),
    "evenings": words("words reflection", by("person_id")),
    "goal_versions": words(
        "quality why", by("proposed_by_id"), part_of("goal_id", "goals", "owner_id")
    ),
    "help_requests": (
        *words("words", by("asker_id")),
        *words("harvest_words", by("asker_id", "harvest_by_id")),
    ),
    "help_answers": words("words", by("by_id"), part_of("request_id", "help_requests", "asker_id")),
    "help_hand_overs": words(
        "why", by("by_id"), part_of("request_id", "help_requests", "asker_id")
    ),
    "interview_seats": words("went_well stuck tried would_ask takeaway", by("person_id")),
    "learning_points": words("if_ then", part_of("session_id", "training_sessions", "trainer_id")),
    "media": words("file", by("owner_id"), OF_A_RIDE),
    "pair_interviews": words(
        "move_reason", Whose(by_child=("interview_seats", "interview_id", by("person_id")))
    ),
    "people": words(
        "login family_name given_name latin_name found_by password_hash disabled_reason", by("id")
    ),
    "practice_points": words("if_ then", by("rep_id"), LEARNED),
    "reality_items": words("words", part_of("check_id", "reality_checks", "rep_id")),
    "review_answers": words("words", by("by_id"), REVIEWED),
    "review_moves": words("reason", by("by_id"), REVIEWED),
    "review_notes": words("wants stuck tried praise question offer", by("by_id"), REVIEWED),
    "review_preparations": words("words", part_of("review_id", "reviews", "host_id", "person_id")),
    "review_promises": words("words how_seen", by("owner_id"), REVIEWED),
    "review_series": words("end_reason", by("host_id", "person_id")),
    "review_snapshots": words("facts", REVIEWED),
    "reviews": words("move_reason called_off_reason", by("host_id", "person_id")),
    "rewards": words("why", by("owner_id", "by_id")),
    "ride_alongs": words(
        "wish help_wanted to_know withdraw_reason", by("mentor_id", "apprentice_id")
    ),
    "ride_moments": words("words", by("by_id"), RIDE),
    "ride_moves": words("why", by("by_id"), RIDE),
    "ride_rescues": words("words said", by("by_id"), RIDE),
    "rivalry_sides": words("learn", by("person_id")),
    "rounds": (
        *words("rep_words keep change", by("rep_id")),
        *words("key_moment boss_card", by("rep_id", "boss_id")),
    ),
    "round_corrections": words(
        "before after", by("by_id"), part_of("round_id", "rounds", "rep_id")
    ),
    "round_lines": words("words answer", part_of("round_id", "rounds", "rep_id")),
    "rung_moves": words("why", by("person_id", "proposed_by_id")),
    "session_attendance": words("reason", by("person_id", "by_id")),
    "session_evidence": words("words", by("person_id")),
    "shares": words("words", by("author_id")),
    "share_parts": words("words", part_of("share_id", "shares", "author_id")),
    "topic_proposals": (
        *words("topic words sentences", by("by_id")),
        *words("later_words", by("decided_by_id")),
    ),
    "training_materials": words("title body address", by("added_by_id")),
    "training_sessions": words("skip_reason", by("skipped_by_id")),
    "visits": words("aim reason met_name next_step_text competitor note help_words", by("rep_id")),
    "visit_amendments": words("before after", by("by_id"), part_of("visit_id", "visits", "rep_id")),
    "visit_objections": words("words", part_of("visit_id", "visits", "rep_id")),
}

GONE: dict[str, Whose] = {
    "deliveries": part_of("reminder_id", "reminders", "person_id"),
    "reminders": by("person_id"),
    "reminder_choices": by("person_id"),
    "push_subscriptions": by("person_id"),
    "refresh_tokens": by("person_id"),
    "invitations": by("person_id"),
    "competitor_notes": by("author_id"),
}
"""Rows that go as a whole, in this order: ways to reach the person and to sign in, and words nobody finds without a name.

No count is made of them.
"""

A_KEY = "a key, an address or a time of day, chosen from a list"
THE_HOUSE = "the organisation's own, whoever typed it; a name in it goes"
A_CLIENT = "what is known of a client, which belongs to whoever looks after it now"
MACHINE = "of the machine: ids, or a digest nobody reads back"
KEPT: dict[str, dict[str, str]] = {
    A_KEY: {
        "case_tags": "value",
        "commitments": "skill_key",
        "deals": "currency grade",
        "deck_cards": "type_key origin_kind",
        "deliveries": "tag",
        "effective_visit_rules": "requires",
        "goals": "currency",
        "learning_points": "skill_key",
        "media": "of_kind form",
        "objection_types": "key",
        "planned_topics": "skill_keys product_keys",
        "products": "key currency",
        "reality_items": "type_key",
        "review_moves": "from_starts to_starts",
        "review_promises": "skill_key",
        "review_series": "starts",
        "reviews": "starts",
        "ride_alongs": "focus_skill_key",
        "review_asks": "about",
        "ride_rescues": "skill_key type_key",
        "rivalries": "currency",
        "round_lines": "type_key",
        "rung_moves": "skill_key",
        "share_figures": "currency",
        "shares": "type_key drilled",
        "skills": "key",
        "standings": "skill_key",
        "topic_proposals": "type_key skill_key stalled_before stalled_now",
        "training_series": "starts",
        "certification_seats": "marks",
        "training_sessions": "starts product_key practice_type_key practice_skill_key",
        "visit_amendments": "field",
        "visit_objections": "type_key",
        "visits": "planned_time expected_currency amount_currency",
    },
    THE_HOUSE: {
        "behaviours": "text",
        "calendar_days": "name",
        "camp_days": "title task asked",
        "camp_template_days": "title task asked",
        "certification_template_areas": "anchors",
        "certifications": "anchors",
        "objection_types": "name short words",
        "organisations": "slug name zone country week settings",
        "planned_topics": "topic",
        "products": "name",
        "review_answers": "asked",
        "review_questions": "text",
        "robots": "address",
        "skills": "name",
        "teams": "name_zh name_en",
        "training_series": "end_reason",
        "training_sessions": "topic why why_sentences practice_words",
    },
    A_CLIENT: {
        "clients": "name name_search initials industry district size channels grade source external_id",
        "contacts": "name title",
    },
    MACHINE: {
        "events": "topic payload",
        "flow_faults": "topic payload flow error",
        "server_keys": "name secret",
        "sign_in_tries": "who",
    },
}
"""By the reason, for each table the columns that stay."""

DOCUMENTS: dict[str, Any] = {
    "answers.text": {"zh": Words.NOTHING},
    "client_sheets.content": EMPTY_SHEET,
    "review_snapshots.facts": [],
    "rounds.boss_card": None,
    "topic_proposals.sentences": [],
}
"""What stands in the place of a document: its shape, without a word."""

COPIED = (
    "deck_cards.words",
    "topic_proposals.topic",
    "topic_proposals.sentences",
    "training_sessions.topic",
    "training_sessions.why_sentences",
    "training_sessions.practice_words",
)
"""Columns of others into which the method copies words; an equal sentence goes there, too."""


def kept() -> dict[str, str]:
    """Each column that stays, as "table.column", with the reason."""
    return {
        f"{table}.{column}": why
        for why, tables in KEPT.items()
        for table, columns in tables.items()
        for column in columns.split()
    }


def blanked() -> list[str]:
    """Each column that is blanked, as "table.column"."""
    return [
        f"{table}.{column}"
        for table, placed in WORDS.items()
        for one in placed
        for column in one.columns
    ]


SHORTEST_COPY = 6
"""Characters: below it, equal words of two people are chance."""

RETIRED = ("answers", "cases")
"""Without its words nobody is to find it; how often it was used stays."""
