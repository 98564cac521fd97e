"""The talk with a person, as a pure function from a state and a message to a turn."""
