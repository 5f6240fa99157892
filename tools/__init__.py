"""Commands for contributors: `make claim`, `make report`, `make schemas`."""
