"""What trainers work on in the back office."""
