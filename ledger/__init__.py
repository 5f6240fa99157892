"""What is claimed and what the record says: read, checked and judged. Knows no drawing and no
template.
"""
