"""One file for each rule about what is most often a slip."""
