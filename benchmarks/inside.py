"""Runs one benchmark module against the database of DATABASE_URL and prints its rows as JSON."""

import json
import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    print(json.dumps([list(map(str, row)) for row in import_module(f"benchmarks.{sys.argv[1]}").rows()]))
