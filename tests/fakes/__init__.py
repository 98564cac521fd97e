"""Stand-ins that keep the promises of the ports they implement."""
