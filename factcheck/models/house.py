"""The rules of the house, a row a rule, so that each has its own history."""

from typing import Any

from sqlalchemy.orm import Mapped

from factcheck.models.base import Changing, Json, column


class Rule(Changing):
    __tablename__ = "house"
    __table_args__ = ({"sqlite_autoincrement": True},)

    key: Mapped[str] = column(unique=True)
    value: Mapped[Any] = column(Json)
