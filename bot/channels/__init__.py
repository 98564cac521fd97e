"""Where people are: each channel turns updates into messages, and screens into its own shapes."""
