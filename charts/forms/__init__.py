"""Chart forms: one file, one form. The file's name is the form's name; adding a form is creating a file."""
