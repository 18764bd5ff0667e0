"""The disk: a dossier's folder is read from it, and files are written whole or not at all.

That holds over a kill, a full disk, and two processes at once. `single` writes one file, `lock` lets one
process at a time change a folder, `journal` changes several files of a folder together and finishes what a
stopped process had begun, `output` fills the folder of a site, and `folders` reads that of a dossier.
"""
