"""The walks through the town have a database of their own for the whole run: only when asked for."""

import sys

collect_ignore = [] if any("town" in argument for argument in sys.argv) else ["town"]
