"""The directory (通讯录): who works here, found by name; and who still needs somebody's care. It counts nobody."""
