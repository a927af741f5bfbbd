"""Every table, for the migrations and the tests: importing this module fills `SQLModel.metadata`."""

from sqlmodel import SQLModel

import api.clients.models
import api.deals.models
import api.drills.deck.models
import api.drills.evenings.models
import api.drills.models
import api.drills.reality_checks.models
import api.kit.events
import api.media.models
import api.people.models
import api.playbook.models
import api.shares.models
import api.visits.models

metadata = SQLModel.metadata
MODULES = (
    api.people.models,
    api.kit.events,
    api.media.models,
    api.playbook.models,
    api.clients.models,
    api.deals.models,
    api.visits.models,
    api.drills.models,
    api.drills.deck.models,
    api.drills.evenings.models,
    api.drills.reality_checks.models,
    api.shares.models,
)
