"""The HTTP side: the platforms' webhooks and the health checks."""
