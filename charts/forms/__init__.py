"""Chart forms: a file is a form and names it; to add a form, add a file."""
