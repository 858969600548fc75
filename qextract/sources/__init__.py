"""Sources: find, open and decode inputs."""
