"""Who may ask, and what a browser may do with the answer."""

from dateline.web.guarding.headers import SafeHeaders
from dateline.web.guarding.hosts import Hosts
from dateline.web.guarding.same_site import SameSite
from dateline.web.guarding.token import Token

__all__ = ["Hosts", "SafeHeaders", "SameSite", "Token"]
