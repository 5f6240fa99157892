"""What a change does, for people: `make report base=main` writes it to `report/`."""
