"""What readers get: pages with their figures, files to take away, words for machines."""
