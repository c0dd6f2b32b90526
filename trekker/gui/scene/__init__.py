"""The mountain in three dimensions: ground, trekkers, trails, axes and camera; it knows nothing of sessions."""
