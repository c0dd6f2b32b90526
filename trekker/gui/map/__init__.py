"""The ground from straight above: a map that shares everything with the mountain, and stands in where it can't be."""
