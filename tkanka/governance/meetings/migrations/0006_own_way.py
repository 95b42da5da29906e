from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0005_list_settled'),
    ]

    operations = [
        migrations.RenameField(model_name='meeting', old_name='moved', new_name='own_way'),
    ]
