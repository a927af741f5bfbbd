"""Every table, for the migrations and the tests: importing this module fills `SQLModel.metadata`."""

from sqlmodel import SQLModel

import api.clients.competitors.models
import api.clients.models
import api.commitments.models
import api.deals.models
import api.drills.deck.models
import api.drills.evenings.models
import api.drills.models
import api.drills.points.models
import api.drills.reality_checks.models
import api.goals.models
import api.help_requests.models
import api.kit.events
import api.media.models
import api.people.models
import api.playbook.models
import api.pulse.models
import api.reminders.deliveries.models
import api.reminders.models
import api.reminders.push.models
import api.reminders.robots.models
import api.reviews.asks.models
import api.reviews.models
import api.reviews.pre_reads.models
import api.reviews.questions.models
import api.reviews.series.models
import api.reviews.talks.models
import api.ride_alongs.debriefs.models
import api.ride_alongs.field.models
import api.ride_alongs.ladder.models
import api.ride_alongs.models
import api.shares.cases.models
import api.shares.interviews.models
import api.shares.models
import api.shares.rivals.models
import api.shares.tries.models
import api.training.camp_template.models
import api.training.camps.models
import api.training.certification_template.models
import api.training.certifications.models
import api.training.materials.models
import api.training.models
import api.training.plans.models
import api.training.practice.models
import api.training.series.models
import api.training.topics.models
import api.visits.kick_offs.models
import api.visits.models

metadata = SQLModel.metadata
MODULES = (
    api.people.models,
    api.kit.events,
    api.media.models,
    api.playbook.models,
    api.clients.models,
    api.clients.competitors.models,
    api.deals.models,
    api.visits.models,
    api.visits.kick_offs.models,
    api.commitments.models,
    api.goals.models,
    api.help_requests.models,
    api.drills.models,
    api.drills.deck.models,
    api.drills.evenings.models,
    api.drills.reality_checks.models,
    api.drills.points.models,
    api.shares.models,
    api.shares.rivals.models,
    api.shares.interviews.models,
    api.shares.cases.models,
    api.shares.tries.models,
    api.reviews.models,
    api.reviews.asks.models,
    api.reviews.series.models,
    api.reviews.pre_reads.models,
    api.reviews.questions.models,
    api.reviews.talks.models,
    api.ride_alongs.models,
    api.ride_alongs.field.models,
    api.ride_alongs.debriefs.models,
    api.ride_alongs.ladder.models,
    api.training.models,
    api.training.materials.models,
    api.training.series.models,
    api.training.plans.models,
    api.training.practice.models,
    api.training.topics.models,
    api.training.certifications.models,
    api.training.certification_template.models,
    api.training.camp_template.models,
    api.training.camps.models,
    api.pulse.models,
    api.reminders.models,
    api.reminders.push.models,
    api.reminders.robots.models,
    api.reminders.deliveries.models,
)
