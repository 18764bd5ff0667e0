"""The disk: reads the folder of a dossier, and writes files whole or not at all.

That holds even if the process is killed, the disk is full, or two processes run at once. In the order to
read them: `single` writes one file; `lock` lets one process at a time change a folder; `journal` changes
several files together, and finishes what a stopped process began; `output` fills the folder of a site;
`folders` reads the folder of a dossier.
"""
