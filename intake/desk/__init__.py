"""The use cases: what a client, an agent or the clock can ask of the desk."""
