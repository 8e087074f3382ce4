"""Pages of a finished bulletin as pictures: PNG, the same bytes for the same PDF, nothing in them but the pixels."""

from bulletin.pictures.draw import CHAT_WIDTH_PX, drawn, for_chat

__all__ = ["CHAT_WIDTH_PX", "drawn", "for_chat"]
