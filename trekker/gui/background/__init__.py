"""What keeps the window alive: slow work off the GUI thread, and quick work not too often."""
