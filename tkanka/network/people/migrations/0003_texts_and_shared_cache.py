"""The texts that come with the platform, and the table behind the cache that all processes share."""

from django.core.management import call_command
from django.db import migrations

from tkanka.network.people.texts import shipped


def load_texts(apps, schema_editor):
    texts = apps.get_model("people", "ConsentText")
    for row in shipped():
        texts.objects.get_or_create(code=row["code"], version=row["version"], defaults=row)


def make_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_consents")]

    operations = [
        migrations.RunPython(load_texts, migrations.RunPython.noop),
        migrations.RunPython(make_cache_table, migrations.RunPython.noop),
    ]
