"""The command line.

`main` is where it starts; `app` declares the commands and their arguments; `terminal` has streams and exit
codes. Each command has a module of its name, whose `run` carries it out and returns the exit code: `check`,
`build`, `schema`, `new`, `source`, `fix`, `rename`, `merge`. A new command is a function in `app` and such a
module.
"""
