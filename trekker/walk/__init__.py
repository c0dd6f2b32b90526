"""One descent and its record: what is decided beforehand, each step, and why it ended."""
