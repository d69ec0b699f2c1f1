"""Times read slot by slot, anchored to the day of publication, which they may tell themselves."""
