"""How long things take, each beside its floor and its peer: `make bench` prints and writes it."""
