"""What stands under a name that somebody typed; nothing, if the system takes it for no name.

`pathlib` raises OSError for names that are too long or lie in a closed folder.
"""

import os


def is_file(name: str) -> bool:
    """Return whether a file has this name."""
    return os.path.isfile(name)


def is_folder(name: str) -> bool:
    """Return whether a folder has this name."""
    return os.path.isdir(name)


def is_there(name: str) -> bool:
    """Return whether anything has this name, also a link that leads nowhere."""
    return os.path.lexists(name)


def is_in_use(name: str) -> bool:
    """Return whether a file, or a folder that is not empty or cannot be read, has this name."""
    if not is_folder(name):
        return is_there(name)
    try:
        with os.scandir(name) as entries:
            return any(entries)
    except OSError:
        return True
