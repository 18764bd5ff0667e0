"""Who is tied to whom: the picture around one actor, and that of the whole network."""
