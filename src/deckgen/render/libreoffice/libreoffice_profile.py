"""The settings of LibreOffice: no macros, no network, no other programs.

The deck refers to nothing outside of it (`self_contained.py`): settings are a second defence.
"""

from itertools import starmap

from deckgen.support.xml_text import escape

_PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{settings}</oor:items>
"""
_SETTING = (
    '<item oor:path="/org.openoffice.{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
)
_REMOVED = (
    '<item oor:path="/org.openoffice.TypeDetection.GraphicFilter/Filters">'
    '<node oor:name="{name}" oor:op="remove"/></item>\n'
)
_PROVIDER = (
    '<node oor:name="{0}" oor:op="replace">'
    '<prop oor:name="ServiceName"><value>com.sun.star.ucb.{0}</value></prop>'
    '<prop oor:name="URLTemplate"><value>{1}</value></prop>'
    '<prop oor:name="Arguments"><value/></prop></node>'
)
_ONLY = (
    '<item oor:path="/org.openoffice.ucb.Configuration/ContentProviders/Local/SecondaryKeys">'
    '<node oor:name="Office" oor:op="replace"><node oor:name="ProviderData">{providers}</node>'
    "</node></item>\n"
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    # Pictures that a deck only links to are fetched from nowhere.
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    ("Office.Java/VirtualMachine", "Enable", "false"),
    ("Office.Recovery/AutoSave", "Enabled", "false"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Misc", "CrashReport", "false"),
)
_PROVIDERS = {
    "HierarchyContentProvider": "vnd.sun.star.hier",
    "FileContentProvider": "file",
    "PackageContentProvider": "vnd.sun.star.pkg",
    "ExpandContentProvider": "vnd.sun.star.expand",
    "TransientDocumentsContentProvider": "vnd.sun.star.tdoc",
}
"""The only content providers, with their address schemes: none for the web or network drives."""
_REMOVED_FILTERS = ("svg_Import", "svgz_Import", "eps_Import", "pdf_Import")
"""Formats that refer to other files or need other programs, also inside a metafile."""


def libreoffice_profile(lang: str) -> bytes:
    """Return the settings of a profile; `lang` becomes the language of the PDF."""
    settings = (*_SETTINGS, ("Setup/L10N", "ooSetupSystemLocale", escape(lang or "en-US")))
    lines = [_SETTING.format(path=path, name=name, value=value) for path, name, value in settings]
    lines += [_REMOVED.format(name=name) for name in _REMOVED_FILTERS]
    lines.append(_ONLY.format(providers="".join(starmap(_PROVIDER.format, _PROVIDERS.items()))))
    return _PROFILE.format(settings="".join(lines)).encode()
