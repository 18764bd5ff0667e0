"""The rules of the format, whose problems are found while a dossier is read: only their pages are here.

`of_folder`, `of_yaml`, `of_records`, `of_texts`, `of_redirects` and `of_allowances` follow the reading.
"""
