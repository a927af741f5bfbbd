"""Every table, for the migrations and the tests: importing this module fills `SQLModel.metadata`."""

from sqlmodel import SQLModel

import api.clients.models
import api.deals.models
import api.drills.models
import api.kit.events
import api.people.models
import api.playbook.models
import api.visits.models

metadata = SQLModel.metadata
MODULES = (
    api.people.models,
    api.kit.events,
    api.playbook.models,
    api.clients.models,
    api.deals.models,
    api.visits.models,
    api.drills.models,
)
