"""Commands that are made when they are called for, and their help pages."""

from abc import abstractmethod
from collections.abc import Sequence
from contextvars import ContextVar
from difflib import get_close_matches
from importlib import import_module
from inspect import cleandoc, getdoc
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

# Typer's own copy of Click; the pin on Typer below 0.29 covers it.
from typer._click.exceptions import NoSuchOption
from typer._click.parser import _OptionParser, _ParsingState
from typer.core import TyperArgument, TyperCommand, TyperGroup, _typer_format_options
from typer.main import get_command_from_info
from typer.models import CommandInfo

from factcheck.cli import commands, output
from factcheck.errors import Usage

if TYPE_CHECKING:
    from typer._click.core import Command, Context, Parameter
    from typer._click.formatting import HelpFormatter
    from typer._click.shell_completion import CompletionItem

HELP_NAMES = ["-h", "--help"]
ROOT_OPTIONS = ("--db", "--debug", "--version")


class RootOptions(NamedTuple):
    """What stood before the command, and which command it is."""

    db: str | None = None
    debug: bool = False


NOTHING = RootOptions()

_root: ContextVar[RootOptions] = ContextVar("factcheck_root", default=NOTHING)
_path: ContextVar[str] = ContextVar("factcheck_path", default="factcheck")
_typed: ContextVar[tuple[str, ...]] = ContextVar("factcheck_typed", default=())


def root_options() -> RootOptions:
    """The options before the command, for the running invocation."""
    return _root.get()


def command_path() -> str:
    """How far the command line was understood: `factcheck source add`."""
    return _path.get()


def typed() -> list[str]:
    """The command line from the command on, as it was typed: what the history keeps."""
    words = list(_typed.get())
    first = command_path().split(" ")[1:2]
    return words[words.index(first[0]) :] if first and first[0] in words else words


def start(args: Sequence[str]) -> None:
    """Start an invocation with a clean slate."""
    _root.set(NOTHING)
    _path.set("factcheck")
    _typed.set(tuple(args))


def split_help(doc: str) -> tuple[list[str], str]:
    """The example lines at the head of a docstring, and the text after them."""
    head, _, rest = cleandoc(doc).partition("\n\n")
    if head.startswith("factcheck "):
        return head.splitlines(), rest.strip()
    return [], cleandoc(doc)


class Parser(_OptionParser):
    """Takes text that begins with a dash for text; suggests for `-json` as for `--jsn`."""

    def _process_opts(self, arg: str, state: _ParsingState) -> None:
        if not commands.OPTION.fullmatch(arg):
            state.largs.append(arg)
            return
        try:
            super()._process_opts(arg, state)
        except NoSuchOption as error:
            raise self._better(error, arg) from None

    def _better(self, error: NoSuchOption, arg: str) -> Exception:
        name = arg.partition("=")[0]
        if name in ROOT_OPTIONS and self.ctx is not None and self.ctx.parent is not None:
            return _misplaced(name, self.ctx.command_path)
        if error.possibilities or arg.startswith("--"):
            return error
        close = get_close_matches(f"-{name}", self._long_opt)
        return NoSuchOption(name, possibilities=close, ctx=self.ctx)


def _misplaced(name: str, path: str) -> Usage:
    rest = path.removeprefix("factcheck ")
    value = " DATABASE" if name == "--db" else ""
    hint = f"Try: factcheck {name}{value} {rest} ..."
    if name == "--version":
        hint = "Try: factcheck --version"
    return Usage(f"{name} stands before the command, not after it.", hint=hint)


class PlainCommand(TyperCommand):
    """A command whose help page begins with an example."""

    def __init__(self, name: str | None, **settings: Any) -> None:
        self.examples, settings["help"] = split_help(settings.get("help") or "")
        super().__init__(name, **settings)
        for param in self.params:
            if param.metavar is None:
                param.metavar = _metavar(param)

    def make_parser(self, ctx: "Context") -> Parser:
        return _parser(self, ctx)

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        _path.set(ctx.command_path)
        output.set_json(commands.asks_for_json(args, self._valued(ctx)))
        return super().parse_args(ctx, args)

    def _valued(self, ctx: "Context") -> set[str]:
        """The options that take the next word for their value."""
        return {
            name
            for param in self.get_params(ctx)
            if param.param_type_name == "option" and not getattr(param, "is_flag", False)
            for name in param.opts
        }

    def get_help_option_names(self, ctx: "Context") -> list[str]:  # noqa: ARG002  Typer calls it
        return HELP_NAMES

    def collect_usage_pieces(self, ctx: "Context") -> list[str]:
        pieces = super().collect_usage_pieces(ctx)
        arguments = [piece.strip("{}") for piece in pieces[1:]]  # Typer's mark for required
        return [*arguments, *pieces[:1]]

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        _write_examples(self.examples, formatter)
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_options(ctx, formatter)
        self.format_epilog(ctx, formatter)


def _metavar(param: "Parameter") -> str | None:
    """Names where Typer writes types: TEXT..., --source SOURCE."""
    name = (param.name or "").upper()
    if isinstance(param, TyperArgument):
        return f"{name}..." if param.nargs == -1 else name
    return name if param.type.name == "str" else None


def _parser(command: "Command", ctx: "Context") -> Parser:
    parser = Parser(ctx)
    for param in command.get_params(ctx):
        param.add_to_parser(parser, ctx)
    return parser


def _write_examples(examples: list[str], formatter: "HelpFormatter") -> None:
    if examples:
        heading = "Example:" if len(examples) == 1 else "Examples:"
        lines = "".join(f"  {line}\n" for line in examples)
        formatter.write(f"{output.colour(heading, 'bold')}\n{lines}\n")


class LazyGroup(TyperGroup):
    """Knows its commands by name and line; makes the one that is called for."""

    examples: Sequence[str] = ()

    @abstractmethod
    def rows(self) -> list[tuple[str, str]]:
        """Names and help lines, in the order of the help page."""

    @abstractmethod
    def make(self, name: str) -> "Command":
        """The command of this name, built now."""

    def list_commands(self, ctx: "Context") -> list[str]:  # noqa: ARG002  Typer calls it
        return [name for name, _ in self.rows()]

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":
        if cmd_name not in self.commands and cmd_name in self.list_commands(ctx):
            self.commands[cmd_name] = self.make(cmd_name)
        return self.commands.get(cmd_name)

    def get_help_option_names(self, ctx: "Context") -> list[str]:  # noqa: ARG002  Typer calls it
        return HELP_NAMES

    def make_parser(self, ctx: "Context") -> Parser:
        return _parser(self, ctx)

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        _path.set(ctx.command_path)
        if not args and not ctx.resilient_parsing:
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(2)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: "Context", args: list[str]
    ) -> "tuple[str | None, Command | None, list[str]]":
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            raise self._unknown(ctx, args[0])
        return args[0] if command else None, command, args[1:]

    def _unknown(self, ctx: "Context", name: str) -> Usage:
        meant = commands.MEANT.get(name) if ctx.parent is None else None
        close = get_close_matches(name, self.list_commands(ctx), n=1)
        guess = meant or (close[0] if close else None)
        path = ctx.command_path
        hint = f"Did you mean {path} {guess}?" if guess else f"Try: {path} -h"
        return Usage(f"No such command: {name!r}.", hint=hint)

    def shell_complete(self, ctx: "Context", incomplete: str) -> "list[CompletionItem]":
        from typer._click.shell_completion import CompletionItem

        named = [(name, line) for name, line in self.rows() if name.startswith(incomplete)]
        items = [CompletionItem(name, help=line) for name, line in named]
        # Past TyperGroup, whose own list would make every command.
        return items + super(TyperGroup, self).shell_complete(ctx, incomplete)

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        _write_examples(list(self.examples), formatter)
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        with formatter.section("Commands"):
            formatter.write_dl(self.rows())
        _typer_format_options(self, ctx=ctx, formatter=formatter)


class NounGroup(LazyGroup):
    """The commands of one noun, from the Typer app of its module."""

    def __init__(self, name: str, app: typer.Typer, line: str) -> None:
        doc = app.info.help if isinstance(app.info.help, str) else line
        examples, text = split_help(doc)
        super().__init__(name=name, help=text, rich_markup_mode=None)
        self.examples = examples
        self.infos = {info.name or _name(info): info for info in app.registered_commands}

    def rows(self) -> list[tuple[str, str]]:
        return [(name, _line(info)) for name, info in self.infos.items() if not info.hidden]

    def make(self, name: str) -> "Command":
        return make_command(self.infos[name], name)


def _name(info: CommandInfo) -> str:
    return info.callback.__name__.replace("_", "-") if info.callback else ""


def _line(info: CommandInfo) -> str:
    """The first sentence of the text, without the examples."""
    _, text = split_help(info.help or getdoc(info.callback) or "")
    first = " ".join(text.split("\n\n")[0].split()).partition(". ")[0]
    return info.short_help or f"{first.rstrip('.')}."


def make_command(info: CommandInfo, name: str) -> "Command":
    """One command, as Typer makes it, with our help page and our parser."""
    info.name = name
    if not issubclass(info.cls or TyperCommand, PlainCommand):  # Typer fills in its own class
        info.cls = PlainCommand
    return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)


class Root(LazyGroup):
    """The commands of the table."""

    def rows(self) -> list[tuple[str, str]]:
        return [(row.name, row.help) for row in commands.COMMANDS]

    def make(self, name: str) -> "Command":
        row = next(row for row in commands.COMMANDS if row.name == name)
        module = import_module(row.module)
        if hasattr(module, "app"):
            return NounGroup(name, module.app, row.help)
        return make_command(CommandInfo(callback=module.command), name)

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        _root.set(RootOptions(ctx.params.get("db"), bool(ctx.params.get("debug"))))
        return rest

    def format_help(
        self,
        ctx: "Context",  # noqa: ARG002  Typer calls it
        formatter: "HelpFormatter",
    ) -> None:
        formatter.write(commands.page(output.colour))
