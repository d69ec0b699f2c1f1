"""Where things lie: points that may be shown as points, rings for what is known less exactly, outlines of countries."""
