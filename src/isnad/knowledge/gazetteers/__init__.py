"""Other people's gazetteers read into rows of isnad's own shape: one file a format."""
