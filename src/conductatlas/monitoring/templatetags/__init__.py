"""What the templates of mails need."""
