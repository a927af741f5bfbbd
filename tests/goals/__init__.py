"""Goals: proposed, agreed, computed, missed and met; advice, rewards, the forecast."""
