"""What `benchmarks.search_scale` is made of."""
