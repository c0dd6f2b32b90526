"""Ground made of data: tables, the models that are fitted to them, and the article's own function."""
