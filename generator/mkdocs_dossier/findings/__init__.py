"""What follows from the records; never written in a dossier, and no judgement of who is right."""
