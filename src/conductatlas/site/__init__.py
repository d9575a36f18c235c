"""The public pages: server-rendered, each also as JSON."""
