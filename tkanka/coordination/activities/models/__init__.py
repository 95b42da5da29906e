from .register import (
    COUNTING_PEOPLE,
    Activity,
    CapacityUnit,
    Revision,
    Row,
    Source,
    Visibility,
)
from .runs import ColumnMemory, ImportFile, ImportPiece, ImportRow, ImportRun, Outcome, RunState

__all__ = [
    "COUNTING_PEOPLE",
    "Activity",
    "CapacityUnit",
    "ColumnMemory",
    "ImportFile",
    "ImportPiece",
    "ImportRow",
    "ImportRun",
    "Outcome",
    "Revision",
    "Row",
    "RunState",
    "Source",
    "Visibility",
]
