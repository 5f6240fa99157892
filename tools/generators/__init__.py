"""Other generators of sites: the same pages built with what may follow MkDocs and Material."""
