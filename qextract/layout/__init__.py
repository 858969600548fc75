"""Layout: headline, byline, body against furniture."""
