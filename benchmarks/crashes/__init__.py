"""Programs that are killed while people talk to them, and what the people are left with."""
