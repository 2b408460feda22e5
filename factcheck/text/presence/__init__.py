"""Whether a quotation still stands on its page, and what became of it if not."""

from factcheck.text.presence.looking import look
from factcheck.text.presence.notices import Notice
from factcheck.text.presence.page import Mark, Page, Seen, around, notices
from factcheck.text.presence.sighting import Sighting

__all__ = ["Mark", "Notice", "Page", "Seen", "Sighting", "around", "look", "notices"]
