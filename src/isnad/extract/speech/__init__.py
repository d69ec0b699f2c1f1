"""Who says so: cues, speakers, quotations, chains."""
