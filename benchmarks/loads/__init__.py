"""How much one process carries, and for how long."""
