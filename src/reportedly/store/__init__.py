"""What a project keeps: reports, their claims, skipped inputs; in SQLite or PostgreSQL.

In: a location (a path or a database URL), then model values and questions. Out: the same values, as they went in.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

from sqlalchemy import Connection, Engine

from reportedly.days import bounds
from reportedly.errors import Stop
from reportedly.linked import Name
from reportedly.model import Claim, Report, Skipped
from reportedly.store import asking
from reportedly.store.asking import Filter, Found, Order
from reportedly.store.engine import (
    connect,
    location_url,
    read_transaction,
    shown,
    sqlite_path,
    write_transaction,
)
from reportedly.store.folding import is_name_phrase, name_key
from reportedly.store.linking import Links
from reportedly.store.migrate import HEAD, migrate, revision
from reportedly.store.writing import State, put_report, put_skipped

__all__ = [
    "Filter", "Found", "Name", "Order", "State", "Store", "bounds", "create", "is_name_phrase", "name_key",
    "open_store",
]  # fmt: skip


def create(location: str) -> "Store":
    """The store at `location`, made where there is none. Raises Stop where it cannot be."""
    url = location_url(location)
    path = sqlite_path(url)
    if path is not None and not path.parent.is_dir():
        raise Stop(f"the folder {path.parent} is not there; make it, or name another place for the project")
    with ready(connect(url)) as engine, write_transaction(engine) as connection:
        migrate(connection)
    return Store(engine)


def open_store(location: str) -> "Store":
    """The store at `location`, its tables brought up to date. Raises Stop where there is none."""
    url = location_url(location)
    path = sqlite_path(url)
    if path is not None and not path.is_file():
        raise Stop(f"no project at {path}; make one with `reportedly init`, or name another with --project")
    with ready(connect(url)) as engine:
        with read_transaction(engine) as connection:
            found = revision(connection)
        if found is None:
            raise Stop(f"no project in {shown(url)}; make one with `reportedly init`, or name another with --project")
        if found != HEAD:
            with write_transaction(engine) as connection:
                migrate(connection)
    return Store(engine)


@contextmanager
def ready(engine: Engine) -> Iterator[Engine]:
    """The engine; let go of where the block fails."""
    try:
        yield engine
    except BaseException:
        engine.dispose()
        raise


class Store:
    """One project's database. Every writing method is one transaction: when it returns, what it wrote is kept."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @property
    def location(self) -> str:
        """Where it lies, without a password."""
        return shown(self.engine.url)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def put(self, report: Report, claims: Sequence[Claim], extractor: str) -> State:
        """Keep a report with its claims; what became of it."""
        with write_transaction(self.engine) as connection:
            return put_report(connection, report, claims, extractor)

    def put_skipped(self, skipped: Skipped) -> None:
        """Put a skipped input on record."""
        with write_transaction(self.engine) as connection:
            put_skipped(connection, skipped)

    def extractors(self, ids: Sequence[str]) -> dict[str, str]:
        """For each of these report ids that is kept, the version of the extractor that read it."""
        with read_transaction(self.engine) as connection:
            return asking.extractors(connection, ids)

    def claims(self, asked: Filter, order: Order = "report") -> Iterator[Found]:
        """The claims that `asked` lets through, each with its report."""
        with self.asked() as connection:
            yield from asking.claims(connection, asked, order)

    def claims_in(self, report_ids: Sequence[str]) -> Iterator[Found]:
        """The claims of these reports, each with its report."""
        with self.asked() as connection:
            yield from asking.claims_in(connection, report_ids)

    def claims_with_prefix(self, prefix: str, most: int = 2) -> list[Found]:
        """The first `most` claims whose id begins with `prefix`."""
        with self.asked() as connection:
            return asking.claims_with_prefix(connection, prefix, most)

    def candidates(self, asked: str, form: Literal["full", "phrase", "word"]) -> list[Name]:
        """The names that `asked` finds in one way."""
        with self.asked() as connection:
            return asking.candidates(connection, asked, form)

    def claims_of(self, names: Sequence[Name], asked: Filter | None = None) -> Iterator[Found]:
        """The claims that `asked` lets through in which one of the names takes part or speaks."""
        with self.asked() as connection:
            yield from asking.claims_of_names(connection, [name.id for name in names], asked or Filter())

    def report(self, report_id: str) -> Report | None:
        """The report with this id, None where there is none."""
        with self.asked() as connection:
            return asking.reports(connection, [report_id]).get(report_id)

    def reports(self) -> Iterator[Report]:
        """Every report, by publication."""
        with self.asked() as connection:
            yield from asking.all_reports(connection)

    def reports_called(self, asked: str, most: int = 2) -> list[Report]:
        """The first `most` reports with this ref or URL, or whose id begins so, by id."""
        with self.asked() as connection:
            return asking.reports_called(connection, asked, most)

    def skips(self) -> list[Skipped]:
        """The inputs on record as skipped."""
        with self.asked() as connection:
            return asking.skips(connection)

    def counts(self) -> tuple[int, int, int]:
        """How many reports, claims and skipped inputs are kept."""
        with self.asked() as connection:
            return asking.counts(connection)

    @contextmanager
    def linking(self) -> Iterator[Links]:
        """One transaction of linking; one process links at a time."""
        with write_transaction(self.engine) as connection:
            yield Links(connection)

    @contextmanager
    def linked(self) -> Iterator[Links]:
        """What is linked, for questions."""
        with read_transaction(self.engine) as connection:
            yield Links(connection, writes=False)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that may write, in one transaction."""
        with write_transaction(self.engine) as connection:
            yield connection

    @contextmanager
    def asked(self) -> Iterator[Connection]:
        """A connection for questions."""
        with read_transaction(self.engine) as connection:
            yield connection
