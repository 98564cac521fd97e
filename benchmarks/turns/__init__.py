"""What a message costs: processor time beside bare echo bots, and statements."""
