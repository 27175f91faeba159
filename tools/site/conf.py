"""How Sphinx makes the site: Markdown by MyST, the theme Furo, everything from this machine."""

from dateline.version import __version__

project = "Dateline"
version = release = __version__
author = copyright = "the authors of Dateline"
html_title = f"Dateline {__version__}"

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 4
suppress_warnings = ["myst.header", "misc.highlighting_failure"]
exclude_patterns = []

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
pygments_style = "default"
pygments_dark_style = "github-dark"
