"""What somebody tells the own team on purpose."""
