"""The whole desk in a world of its own: simulated time, people, platforms, disks and deaths."""
