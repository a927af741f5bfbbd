"""为什么在这里: of whatever the app lays before somebody, the record it came from, where the reader may open it."""
