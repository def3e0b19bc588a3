"""Load and faults, over sockets: one file a run, each a command of its own."""
