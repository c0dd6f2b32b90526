"""What the cost panel is made of: what is plotted, on which axes, in which curves, and how it is read."""
