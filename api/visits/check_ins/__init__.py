"""Check-ins (拜访签到): what came of a visit, told after it and not at the door, and put right later in the open."""
