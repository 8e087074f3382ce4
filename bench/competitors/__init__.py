"""Other ways to the same pages, each in a module of its own: what it is, and what it costs to set the sheets."""
