"""Plans, results and findings as whole columns, for data frames.

Every sequence of elements, a budget and a report have ``to_frame()`` for pandas, and the Arrow
PyCapsule interface for others: ``pyarrow.table(plan.risks)``, ``polars.DataFrame(plan.risks.columns())``,
``duckdb.sql("select * from risks")`` after ``risks = plan.risks``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Callable, Iterable, List, Optional, Sequence, Tuple

from . import _vp
from .extras import need

if TYPE_CHECKING:
    import pandas

    from ._vp import Handle
    from .element import Record
    from .elements import Table
    from .plan import Plan
    from .values import Quantity

__all__ = ["Columns"]


class Columns:
    """Columns of the same length. They are copies, which need their plan no longer."""

    __slots__ = ("_handle",)

    def __init__(self, handle: Handle):
        self._handle = handle

    def __len__(self) -> int:
        """How many rows there are."""
        return _vp.columns_row_count(self._handle)

    @property
    def names(self) -> Tuple[str, ...]:
        return tuple(name for name, _ in self._headings)

    @property
    def _headings(self) -> List[Tuple[str, str]]:
        count = _vp.columns_count(self._handle)
        return [_vp.column_heading(self._handle, i) for i in range(count)]

    def to_frame(self) -> pandas.DataFrame:
        """A data frame of pandas; the same columns always have the same types.

        Numbers are float64, integers Int64, flags boolean, and texts what pandas holds texts in
        (object before pandas 3). What is null is missing.
        """
        pd = need("pandas", "frames")
        make = {"text": self._texts(pd), "integer": _integers, "number": _numbers, "flag": _flags}
        columns = {
            name: make[kind](self._handle, i) for i, (name, kind) in enumerate(self._headings)
        }
        frame: pandas.DataFrame = pd.DataFrame(columns, copy=False)
        return frame

    def _texts(self, pd: Any) -> Callable[[Handle, int], Any]:
        dtype = text_dtype(pd)
        if getattr(dtype, "storage", "") != "pyarrow":
            return lambda handle, i: pd.array(_vp.column_texts(handle, i), dtype=dtype)
        table = need("pyarrow", "frames").table(self)
        return lambda _, i: pd.array(table.column(i), dtype=dtype)

    def __arrow_c_schema__(self) -> object:
        return _vp.arrow_schema(self._handle)

    def __arrow_c_array__(self, requested_schema: object = None) -> Tuple[object, object]:
        return _vp.arrow_array(self._handle)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return _vp.arrow_stream(self._handle)

    def __repr__(self) -> str:
        return f"<Columns, {len(self)} rows: {', '.join(self.names)}>"


class Tabular:
    """What can be seen as columns."""

    __slots__ = ()

    def columns(self) -> Columns:
        raise NotImplementedError

    def to_frame(self) -> pandas.DataFrame:
        """A data frame of pandas; see :meth:`Columns.to_frame`."""
        return self.columns().to_frame()

    def __arrow_c_schema__(self) -> object:
        return self.columns().__arrow_c_schema__()

    def __arrow_c_array__(self, requested_schema: object = None) -> Tuple[object, object]:
        return self.columns().__arrow_c_array__(requested_schema)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.columns().__arrow_c_stream__(requested_schema)


def of_kind(kind: str, within: Record) -> Columns:
    """The elements of a kind that stand in a record; risks and indicators with their results."""
    plan = within._plan._open
    if kind == "risk":
        functions = within._plan.functions._handle
        return Columns(_vp.columns_of_risks(_vp.score(plan, functions)))
    if kind == "indicator":
        functions = within._plan.functions._handle
        return Columns(_vp.columns_of_indicators(_vp.track(plan, functions)))
    return Columns(_vp.columns_of_elements(within._live, kind))


def budget_cells(plan: Plan) -> Columns:
    return Columns(_vp.columns_of_cells(_vp.reconcile(plan._open)))


def budget_relations(plan: Plan) -> Columns:
    return Columns(_vp.columns_of_relations(_vp.reconcile(plan._open)))


def label(columns: Columns, plan: Plan) -> None:
    """Puts whose they are before the others; for columns that nobody else has."""
    organisation = plan.organisation
    if organisation is None:
        municipality = board = None
    else:
        municipality, board = organisation.municipality, organisation.board
    for name, text in (("board", board), ("municipality", municipality), ("plan", plan.id)):
        _vp.columns_prepend(columns._handle, name, text)


def concatenate(parts: Sequence[Columns]) -> Columns:
    """The rows of all, which have the same columns."""
    return Columns(_vp.columns_concatenate(tuple(part._handle for part in parts)))


def take(columns: Columns, rows: Iterable[int]) -> Columns:
    """The rows with these numbers, in that order."""
    return Columns(_vp.columns_take(columns._handle, tuple(rows)))


def with_ids(columns: Columns, ids: Tuple[str, ...]) -> Columns:
    """The rows of these ids, in their order; an id that is not there is left out."""
    known = _vp.column_texts(columns._handle, columns.names.index("id"))
    rows = {id: row for row, id in reversed(list(enumerate(known)))}
    return take(columns, (rows[id] for id in ids if id in rows))


def table_frame(table: Table, text: bool, total: str) -> pandas.DataFrame:
    """See :meth:`libvp.Table.to_frame`."""
    pd = need("pandas", "frames")
    dtype = text_dtype(pd)
    rows: List[Tuple[Optional[str], str, Tuple[Quantity, ...]]]
    rows = [(row.id, row.label, row.values) for row in table.rows]
    if table.total:
        rows.append((None, total, table.total))
    columns = {
        "id": pd.array([id for id, _, _ in rows], dtype=dtype),
        "label": pd.array([label for _, label, _ in rows], dtype=dtype),
    }
    for i, column in enumerate(table.columns):
        figures = [values[i] if i < len(values) else None for _, _, values in rows]
        if text:
            columns[column.id] = pd.array([each and each.text for each in figures], dtype=dtype)
        else:
            columns[column.id] = [float("nan" if v is None else v) for v in map(_value, figures)]
    frame: pandas.DataFrame = pd.DataFrame(columns)
    return frame


def _value(figure: Optional[Quantity]) -> Optional[Decimal]:
    return None if figure is None else figure.value


def text_dtype(pd: Any) -> Any:
    """What pandas itself would hold texts in."""
    return pd.Series([""]).dtype


def _integers(handle: Handle, index: int) -> Any:
    pd = need("pandas", "frames")
    return pd.arrays.IntegerArray(*_buffers(handle, index, "int64"))


def _numbers(handle: Handle, index: int) -> Any:
    values, is_null = _buffers(handle, index, "float64")
    values[is_null] = float("nan")
    return values


def _flags(handle: Handle, index: int) -> Any:
    pd = need("pandas", "frames")
    bits, is_null = _buffers(handle, index, "uint8")
    return pd.arrays.BooleanArray(_bools(bits, len(is_null)), is_null)


def _buffers(handle: Handle, index: int, dtype: str) -> Tuple[Any, Any]:
    """The values, and which of them are null."""
    numpy = need("numpy", "frames")
    count = _vp.columns_row_count(handle)
    values, validity = _vp.column_buffers(handle, index)
    if validity is None:
        is_null = numpy.zeros(count, dtype=bool)
    else:
        is_null = ~_bools(numpy.frombuffer(validity, dtype="uint8"), count)
    return numpy.frombuffer(values, dtype=dtype), is_null


def _bools(bits: Any, count: int) -> Any:
    return need("numpy", "frames").unpackbits(bits, count=count, bitorder="little").astype(bool)
