"""How claims are drawn, and nothing else."""
