"""Files that are being taken into the register: the file, how its columns are read, and what becomes of each row."""

from typing import ClassVar

from django.db import models

from tkanka.ground.kit.models import Keyed
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person


class RunState(models.TextChoices):
    """How far a file has come. `reading` and `applying` are the queue: work waits there, or is being done."""

    COLUMNS = "columns"
    READING = "reading"
    PREVIEW = "preview"
    APPLYING = "applying"
    APPLIED = "applied"
    FAILED = "failed"
    DROPPED = "dropped"


WORKING = (RunState.READING, RunState.APPLYING)


class Outcome(models.TextChoices):
    """What becomes, or became, of a row of the file."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class ImportRun(Keyed):
    """One file on its way into the register of a network.

    `columns` maps field → place of the column (from 0). `headers` and `tags` are what stands above them. `options` are
    what the person chose (register unknown organisations) and answered (which organisation, area or service was meant,
    how days are written). `organisation` is whose file it is where the file does not say. `done` of `rows` is how far
    the reading has come. `digest` tells whether a later reading of the same file comes to the same end. Once the file
    is `divided` into pieces, they are entered one after another: `entered` of `to_enter` rows are in the register.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="imports")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=140)
    hash = models.CharField(max_length=64)
    sheet = models.CharField(max_length=200, blank=True)
    sheets = models.JSONField(default=list)
    signature = models.CharField(max_length=64, blank=True)
    headers = models.JSONField(default=list)
    tags = models.JSONField(default=list)
    columns = models.JSONField(default=dict)
    scheme = models.CharField(max_length=40, default="teryt")
    language = models.CharField(max_length=2, default="pl")
    options = models.JSONField(default=dict)
    questions = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=RunState.choices, default=RunState.COLUMNS)
    only_good = models.BooleanField(default=True)
    rows = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, blank=True)
    divided = models.BooleanField(default=False)
    to_enter = models.PositiveIntegerField(default=0)
    entered = models.PositiveIntegerField(default=0)
    trouble = models.JSONField(null=True, blank=True)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(state__in=RunState.values), name="import_state_known"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["network", "-started_at"], name="imports_newest"),
            models.Index(
                fields=["changed_at"],
                condition=models.Q(state__in=("reading", "applying")),
                name="imports_to_work_on",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_working(self) -> bool:
        return self.state in WORKING


class ImportFile(Keyed):
    """The file itself, in the database: whoever works on it, on whichever machine, has it, and it goes with its run."""

    run = models.OneToOneField(ImportRun, models.CASCADE, related_name="file")
    content = models.BinaryField()


class ImportRow(Keyed):
    """What becomes of one row. `number` is the row's own in the sheet; `problems` are [column, code, facts]."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="results")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    problems = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    cells = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "number"], name="one_result_a_row"),
            models.CheckConstraint(condition=models.Q(outcome__in=Outcome.values), name="import_outcome_known"),
        ]
        indexes: ClassVar = [models.Index(fields=["run", "outcome", "number"], name="import_rows_by_outcome")]

    def __str__(self) -> str:
        return f"{self.number}: {self.outcome}"


class ImportPiece(Keyed):
    """One activity as the file tells it, which waits to be entered or was: `number` is the first of its `rows`.

    `seen` is when an activity that was there already had last been changed when the file was read; None for a new one.
    `name` is that of an organisation the network does not know yet. Pieces go when the whole file is entered.
    """

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="pieces")
    number = models.PositiveIntegerField()
    activity = models.UUIDField()
    organisation = models.UUIDField()
    name = models.CharField(max_length=200, blank=True)
    seen = models.DateTimeField(null=True, blank=True)
    rows = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    entered = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "number"], name="one_piece_a_row"),
        ]
        indexes: ClassVar = [models.Index(fields=["run", "entered", "number"], name="import_pieces_left")]

    def __str__(self) -> str:
        return f"{self.number}: {self.activity}"


class ColumnMemory(Keyed):
    """How a network read a table with these headings the last time, and what was answered."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="+")
    signature = models.CharField(max_length=64)
    columns = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network", "signature"], name="one_memory_a_heading"),
        ]

    def __str__(self) -> str:
        return self.signature[:8]
