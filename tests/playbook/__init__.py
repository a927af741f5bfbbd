"""The playbook: what an organisation starts with, who edits it, and what stays for old drills."""
