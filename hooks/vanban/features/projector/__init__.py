"""The projector: a page, or a plan as a file of slides, on the wall of a room."""
