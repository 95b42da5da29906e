from .consultations import Consultation, Guest
from .documents import Document, Paragraph, Version
from .remarks import Answer, Remark, RemarkGroup

__all__ = ["Answer", "Consultation", "Document", "Guest", "Paragraph", "Remark", "RemarkGroup", "Version"]
