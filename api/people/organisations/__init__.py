"""The company itself (公司): its name, hours, grades, working calendar and teams. It never holds anybody's record."""
