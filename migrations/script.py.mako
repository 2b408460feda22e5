"""${message}"""
# Before you write: a revision that has landed is never edited, add one.
# - Schema and data in separate scripts; import nothing of factcheck, write the tables out.
# - On SQLite `batch_alter_table` makes the table anew: it drops every trigger, AUTOINCREMENT
#   and the sequence floor. Make the triggers of the table again (0001 has them), pass
#   table_kwargs={"sqlite_autoincrement": True}, and put the floor back:
#       floor = op.get_bind().scalar(sa.text("SELECT seq FROM sqlite_sequence WHERE name = 't'"))
#       ... batch ...
#       op.execute(f"UPDATE sqlite_sequence SET seq = {floor} WHERE name = 't'")
# - Try it with rows; then `python -m tests.migrations.pictures` stores the new schema.

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
