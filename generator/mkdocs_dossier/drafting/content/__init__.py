"""What is told: days, what happened on them, what two are at odds about; and the values of an analysis."""
