"""One company for all who only look: every screen's address, and something to see there."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from api.kit.clock import system_clock
from tests.builders.recordings import a_webm
from tests.e2e.phone import PASSWORD
from tests.e2e.stage import EARLY, Client, Stage, born_id
from tests.e2e.talks import Talks

REP, MANAGER, ADMIN, NOBODY = "lin.xiaoman", "he.jing", "admin", ""
MENTOR, PARTNER = "han.xue", "zhou.qihang"
REGION, TRAINER = "shen.liqun", "su.min"
OWING = "ma.zhaohui"
"""A manager whose ledger has one late line."""

NEWEST = "xu.xinlai"
"""Signed in once, and nothing is there yet: the empty states are this person's."""


@dataclass(frozen=True)
class Scenery:
    """Fills the braces of an address: `scenery.at("/visits/{today}/check-in")`."""

    known: dict[str, str]

    def at(self, address: str) -> str:
        return address.format(**self.known)


def arrange(stage: Stage) -> Scenery:
    """A client who is prepared, one who is not, a wish for help, and somebody who came this morning."""
    ready = stage.client(REP, "雾屿灯具")
    stage.sheet(REP, ready)
    unready = stage.client(REP, "青禾包装", boss="梁永昌")
    newest = join(stage)
    decide_a_day(stage)
    unjoined = new_person(stage, "yu.weilai", "未来")
    known = {
        "client": ready.id,
        "unwritten": unready.id,
        "today": stage.visit(REP, ready, day=stage.today, at=EARLY[1]),
        "told": asked_for_help(stage, unready),
        "asked": waiting_for(stage, unready),
        "answered": answered(stage, ready),
        "tomorrow": stage.visit(REP, ready, day=stage.tomorrow, at=EARLY[0]),
        "morning": told_in_the_morning(stage, ready),
        "unprepared": stage.visit(REP, unready, day=stage.tomorrow, at=EARLY[1]),
        "drill": stage.as_(REP).get("/drills").raise_for_status().json()["items"][0]["id"],
        "big": big_order(stage),
        "waits": f"waits-{wait_for_partner(stage)}",
        "missed": f"new-{stage.me(REP)['id']}",
        "nowhere": born_id(),
        "day": stage.tomorrow,
        "reset": invite(stage, newest),
        "join": invite(stage, unjoined),
        "unjoined": unjoined,
        "team": stage.me(MANAGER)["team_id"],
        "product": first_of(stage, "/products"),
        "pair": first_of(stage, "/mentor-pairs"),
        "manager": stage.me(MANAGER)["id"],
        "rep": stage.me(REP)["id"],
        "robot": robot_in_a_group(stage),
        **rides(stage),
        **between_two(stage),
        **shared(stage),
    }
    known |= agreed(stage) | reviews(stage) | classes(stage) | certified(stage)
    return Scenery({name: str(value) for name, value in known.items()})


def robot_in_a_group(stage: Stage) -> str:
    """Nothing is sent to it: nobody is reminded of anything in a demo."""
    robot = str(born_id())
    told = {"team_id": stage.me(MANAGER)["team_id"], "kind": "wecom", "language": "zh-CN"}
    told |= {"address": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0f1e2d3c"}
    stage.as_(MANAGER).put(f"/robots/{robot}", json=told).raise_for_status()
    return robot


def rides(stage: Stage) -> dict[str, str]:
    """Days of the demo: one that runs today, one that both agreed on, and one that is asked for."""
    mine = stage.as_(REP).get("/ride-alongs").raise_for_status().json()["items"]
    teams = stage.as_(MANAGER).get("/ride-alongs").raise_for_status().json()["items"]
    wanted = {"ride": ("in_field", mine), "ridden": ("followed_up", mine)}
    wanted |= {"asked_ride": ("requested", teams), "ahead": ("prepared", teams)}
    return {
        word: next(one["id"] for one in known if one["state"] == state)
        for word, (state, known) in wanted.items()
    }


def between_two(stage: Stage) -> dict[str, str]:
    """PKs of the demo that run, wait for a yes and are over; an interview to write for, and one that was held."""
    mine = stage.as_(REP).get("/rivalries").raise_for_status().json()["items"]
    hers = stage.as_(MENTOR).get("/rivalries").raise_for_status().json()["items"]
    talks = stage.as_(REP).get("/pair-interviews").raise_for_status().json()["items"]
    wanted = {"pk": ("running", mine), "asked_pk": ("proposed", hers), "pk_over": ("settled", hers)}
    wanted |= {"interview": ("planned", talks), "interview_held": ("held", talks)}
    return {
        word: next(one["id"] for one in known if one["state"] == state)
        for word, (state, known) in wanted.items()
    }


def told_in_the_morning(stage: Stage, client: Client) -> str:
    """Her visit of the day, for which company is welcome; and a tip of today that her manager thanked for."""
    visit = stage.visit(REP, client, day=stage.today, at=EARLY[2])
    told = {"visit_id": str(visit), "wants_company": True}
    stage.as_(REP).put(f"/kick-offs/{stage.today}", json=told).raise_for_status()
    tip = {"kind": "tip", "words": "先问他去年谁回询盘。"}
    share = stage.as_(PARTNER).post("/shares", json=tip).raise_for_status().json()["id"]
    stage.as_(MANAGER).put(f"/shares/{share}/taps/thanks").raise_for_status()
    return str(visit)


def shared(stage: Stage) -> dict[str, str]:
    """Her first deal, which is a case; her week; one that is begun, and one that is offered to the library."""
    rep, client = stage.as_(REP), stage.client(REP, "月湾泵业")
    mine = rep.get("/shares", params={"author": stage.me(REP)["id"]}).raise_for_status().json()
    by_kind = {one["kind"]: one["id"] for one in mine["items"]}
    for word in ("offered", "begun"):
        given = {
            "client_id": str(client.id),
            "amount": {"amount_minor": 2980000, "currency": "CNY"},
        }
        deal = rep.post("/deals", json=given).raise_for_status().json()["id"]
        signed = {"signed_on": stage.today}
        rep.put(f"/deals/{deal}/signature", json=signed).raise_for_status()
        asked = {"state": "prompted"}
        begun = rep.get("/shares", params=asked).raise_for_status().json()["items"][0]["id"]
        if word == "offered":
            told = {
                "words": "三个人一起谈",
                "parts": [{"key": "found", "words": "月湾泵业的谢文涛介绍的。"}],
            }
            rep.put(f"/shares/{begun}/publication", json=told).raise_for_status()
            rep.put(f"/shares/{begun}/offer").raise_for_status()
        by_kind[word] = begun
    case = rep.get(f"/shares/{by_kind['deal']}").raise_for_status().json()["case_id"]
    names = {"share": "deal", "week": "kpi", "begun": "begun", "offered": "offered"}
    return {word: by_kind[kind] for word, kind in names.items()} | {"case": case}


def reviews(stage: Stage) -> dict[str, str]:
    """One to prepare, one in the middle of the talk, one agreed on, and one proposed for a deal; a series."""
    talks = Talks(stage, host=MANAGER, person=REP)
    held, talk, review = (talks.plan(day=stage.today) for _ in range(3))
    talks.promise(held)
    talks.agree(held)
    talks.write(talk)
    talks.answer(talk, "review_goal", "离答应的还差两单，我还信它。")
    talks.promise(talk)
    talks.series()
    return {"agreed": held, "talk": talk, "review": review, "proposed": talks.proposed()}


def classes(stage: Stage) -> dict[str, str]:
    """Of the demo: one that is practised, with a text, one closed, one still to come; a plan, a camp that waits, and one over."""
    past = stage.as_(MANAGER).get("/sessions", params={"limit": 50}).raise_for_status().json()
    found = {one["state"]: one["id"] for one in past["items"] if one["team"]}
    states = {"class": "practising", "closed_class": "closed", "next_class": "planned"}
    newest = {"person_id": stage.me(NEWEST)["id"]}
    stage.as_(MANAGER).post("/camps", json=newest).raise_for_status()
    camps = stage.as_(MANAGER).get("/camps").raise_for_status().json()["items"]
    over = {bool(one["finished_at"]): one["id"] for one in camps if one["mentor"]}
    named = {word: found[state] for word, state in states.items()}
    lesson = stage.as_(MANAGER).get(f"/sessions/{named['class']}").raise_for_status().json()
    named["material"] = lesson["materials"][0]["id"]
    return named | {"plan": planned(stage), "camp": over[False], "camp_over": over[True]}


def planned(stage: Stage) -> str:
    """A month of the manager's team: a topic for this week, and one that has no week yet."""
    today = date.fromisoformat(stage.today)
    monday = today - timedelta(days=today.weekday())
    topics = [
        {"topic": "报价以后怎么等", "topic_class": "business", "wish_week": monday.isoformat()},
        {"topic": "老板总不在，怎么约", "topic_class": "general", "skill_keys": ["opening"]},
    ]
    told = {"period": "month", "starts_on": today.replace(day=1).isoformat(), "topics": topics}
    plan = stage.as_(MANAGER).post("/training-plans", json=told | {"track": "professional"})
    return str(plan.raise_for_status().json()["id"])


def certified(stage: Stage) -> dict[str, str]:
    """Of the demo: one that is not yet, and one that waits to be marked today."""
    found = stage.as_(REP).get("/certifications").raise_for_status().json()["items"]
    by_state = {one["state"]: one["id"] for one in found}
    stage.as_(MANAGER).delete(f"/certifications/{by_state['planned']}").raise_for_status()
    assessors = [stage.me(login)["id"] for login in (MENTOR, MANAGER)]
    planned = {
        "person_id": stage.me(REP)["id"],
        "assessor_ids": assessors,
        "day": stage.today,
    }
    to_mark = stage.as_(MANAGER).post("/certifications", json=planned).raise_for_status().json()
    return {"not_yet": by_state["not_yet"], "to_mark": to_mark["id"]}


def agreed(stage: Stage) -> dict[str, str]:
    """Goals in each of their states, and a promise: the demo company has them."""
    rep, manager = stage.as_(REP), stage.as_(MANAGER)
    mine = rep.get("/goals", params={"owner": stage.me(REP)["id"]}).raise_for_status().json()
    told = [rep.get(f"/goals/{one['id']}").raise_for_status().json() for one in mine["items"]]
    waiting = manager.get("/goals/awaiting").raise_for_status().json()
    owed = stage.as_(OWING).get("/goals/awaiting").raise_for_status().json()
    promises = rep.get("/commitments", params={"open": True}).raise_for_status().json()
    return {
        "goal": next(one["id"] for one in told if one["state"] != "closed"),
        "missed_goal": next(one["id"] for one in told if one["advice"]),
        "proposed_goal": waiting["agreement"][0]["id"],
        "owed_goal": owed["advice"][0]["id"],
        "promise": promises["items"][0]["id"],
    }


def decide_a_day(stage: Stage) -> None:
    """A day of the calendar that the organisation named itself."""
    day = date.fromisoformat(stage.tomorrow) + timedelta(days=14)
    told = {"working": True, "name": "季末冲刺"}
    stage.as_(ADMIN).put(f"/organisation/calendar/{day}", json=told).raise_for_status()


def first_of(stage: Stage, what: str) -> str:
    return str(stage.as_(ADMIN).get(what).raise_for_status().json()["items"][0]["id"])


def asked_for_help(stage: Stage, client: Client) -> UUID:
    visit = stage.visit(REP, client, day=stage.today, at=EARLY[0])
    heard = {"id": str(born_id()), "type_key": "noresult", "words": "做过一年，一个单都没有。"}
    told: dict[str, Any] = {
        "client_id": str(client.id),
        "purpose": "follow_up",
        "outcome": "stalled",
        "objections": [heard],
        "happened_at": system_clock().isoformat(),
        "wants_help": True,
        "help_words": "他不信投放，我不知道怎么往下问。",
    }
    stage.as_(REP).put(f"/visits/{visit}/check-in", json=told).raise_for_status()
    note = f"/visits/{visit}/voice-notes/{born_id()}"
    spoken = stage.as_(REP).put(note, params={"seconds": 32}, content=a_webm())
    spoken.raise_for_status()
    return visit


def waiting_for(stage: Stage, client: Client) -> str:
    """The request that the check-in has made."""
    found = stage.as_(REP).get("/help-requests", params={"whose": "mine"}).raise_for_status()
    asked = [one for one in found.json()["items"] if one["client"]["id"] == str(client.id)]
    return str(asked[0]["id"])


def answered(stage: Stage, client: Client) -> str:
    """Asked of the manager about a client, answered with a drill together."""
    asked = {"kind": "price", "needed": "tonight", "audience": "manager", "wanted": "decision"}
    asked |= {"words": "能分两次付吗？", "happened_at": system_clock().isoformat()}
    about = {"kind": "client", "id": str(client.id)}
    made = stage.as_(REP).post("/help-requests", json=asked | {"about": about})
    request = str(made.raise_for_status().json()["id"])
    said = {"words": "可以，第二笔写进合同。", "offers": "drill", "on_day": stage.tomorrow}
    stage.as_(MANAGER).post(f"/help-requests/{request}/answers", json=said).raise_for_status()
    return request


def big_order(stage: Stage) -> UUID:
    """Of tomorrow, without a sheet or a round."""
    client = stage.client(PARTNER, "砚池文具", boss="宋启元")
    amount = {"amount_minor": 19_800_000, "currency": "CNY"}
    return stage.visit(PARTNER, client, day=stage.tomorrow, amount=amount)


def wait_for_partner(stage: Stage) -> str:
    person: str = stage.me(PARTNER)["id"]
    path = f"/drills/evenings/{stage.today}/partner-wish"
    stage.as_(PARTNER).put(path).raise_for_status()
    return person


def join(stage: Stage) -> str:
    """The newest rep, who has accepted the invitation."""
    person = new_person(stage, NEWEST, "新来")
    told = {"token": invite(stage, person), "password": PASSWORD}
    stage.as_(MANAGER).post("/invitations/accept", json=told).raise_for_status()
    return person


def new_person(stage: Stage, login: str, given_name: str) -> str:
    team = stage.me(MANAGER)["team_id"]
    told = {"login": login, "family_name": "许", "given_name": given_name, "role": "rep"}
    told |= {"team_id": team, "joined_on": stage.today}
    made = stage.as_(MANAGER).post("/people", json=told).raise_for_status()
    return str(made.json()["id"])


def invite(stage: Stage, person: str) -> str:
    """What stands behind the # of the link."""
    made = stage.as_(MANAGER).post(f"/people/{person}/invitation").raise_for_status()
    return str(made.json()["link"]).partition("#")[2]
