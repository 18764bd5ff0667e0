"""What a model is asked, and what its answers change: it points at numbers, and copies no words."""
