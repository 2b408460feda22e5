"""People: whoever checks, decides, writes or agrees."""

from sqlalchemy.orm import Mapped

from factcheck.models.base import Changing, Json, column


class Person(Changing):
    __tablename__ = "person"
    __table_args__ = ({"sqlite_autoincrement": True},)

    name: Mapped[str] = column(unique=True)
    #: Initials and logins that mean this person.
    aliases: Mapped[list[str]] = column(Json, default=list)
