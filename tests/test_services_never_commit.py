"""Rules of the house that are read from the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SERVICES = sorted((ROOT / "factcheck" / "services").rglob("*.py"))
SCRIPTS = sorted((ROOT / "migrations" / "versions").glob("*.py"))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def methods_called(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr


def packages_imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "").partition(".")[0]


def functions_called(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


@pytest.mark.parametrize("path", SERVICES, ids=name_of)
def test_a_service_neither_ends_a_transaction_nor_prints(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert {"commit", "rollback"}.isdisjoint(methods_called(tree))
    assert "print" not in set(functions_called(tree))


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_a_migration_stands_on_alembic_and_sqlalchemy_alone(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert set(packages_imported(tree)) <= {"alembic", "sqlalchemy"}
