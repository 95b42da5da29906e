"""What is asked on the settings pages."""

from .details import DetailsForm
from .offices import AppointForm, EndOfficeForm
from .subregions import SubregionForm
from .vocabulary import ConceptForm, NewConceptForm, RetireForm, SynonymForm, laid_to_fields

__all__ = [
    "AppointForm",
    "ConceptForm",
    "DetailsForm",
    "EndOfficeForm",
    "NewConceptForm",
    "RetireForm",
    "SubregionForm",
    "SynonymForm",
    "laid_to_fields",
]
