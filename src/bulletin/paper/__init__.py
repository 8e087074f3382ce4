"""A record as an official paper: what is derived from it, what the rules forbid, what it leaves out."""

from bulletin.paper.face import AnnexHead, Face, Signed, face_of
from bulletin.paper.faults import paper_faults
from bulletin.paper.kept import KEPT, LEFT_OUT

__all__ = ["KEPT", "LEFT_OUT", "AnnexHead", "Face", "Signed", "face_of", "paper_faults"]
