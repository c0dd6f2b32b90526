"""What a person can do in the window, each thing declared once: menus, buttons, keys and tests go by it."""
