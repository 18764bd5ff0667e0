"""The command line: one module a command.

A further command is a function in `app` that declares its arguments, and a module of its name that carries it
out and gives the exit code.
"""
