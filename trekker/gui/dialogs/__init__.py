"""The dialogs: every way to another ground or another rule, each with a preview before anything changes."""
