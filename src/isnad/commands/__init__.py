"""The commands, one file each: a module here with `STAGE` (its place in the flow) and `command` is a command of isnad."""
