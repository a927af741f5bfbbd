"""What one mechanism wants of another once something happened, a file for each flow."""
