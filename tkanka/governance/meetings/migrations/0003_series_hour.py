from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_recalled")]

    operations = [migrations.RenameField("series", "at", "hour")]
