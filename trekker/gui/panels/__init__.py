"""The parts of the window, one file a part; none knows another."""
