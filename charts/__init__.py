"""How claims are read, judged and drawn.

Data flows one way, one module an arrow:
`claims` reads and checks, `verdict` judges, `forms` draw in the `theme`, `render` makes pictures, `pages` makes pages.
"""
