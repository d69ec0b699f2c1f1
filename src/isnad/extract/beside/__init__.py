"""What stands beside the claims: ties, labels, credits, the signature."""
