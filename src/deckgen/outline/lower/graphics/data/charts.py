"""The keys of a chart → a chart of the deck: numbers, names, highlights, text alternative."""

from collections.abc import Iterable

from deckgen.deck.graphics import Chart, Series
from deckgen.deck.text_body import UNMARKED, Paragraph, Run, WebLink
from deckgen.language.descriptive_words import LONGEST_OF_DATA
from deckgen.language.number_formats import Number, NumberFormat, is_gap
from deckgen.language.number_reader import (
    AmbiguousNumber,
    DecimalMarks,
    ambiguity_message,
    decimal_marks,
    read_number,
)
from deckgen.language.phrases import phrase
from deckgen.outline.lower.graphics.alternative_text import judge_alternative_text
from deckgen.outline.lower.graphics.data.chart_checks import check_chart, drawable_kind
from deckgen.outline.lower.graphics.data.chart_data import (
    ChartTable,
    common_unit,
    read_chart_table,
    split_amount,
)
from deckgen.outline.lower.graphics.data.chart_labels import describe_chart, number_hint
from deckgen.outline.lower.graphics.data.rows_and_names import known_names
from deckgen.outline.markup.inline_text import parse_inline, plain_text
from deckgen.outline.schema.entry import Context
from deckgen.outline.schema.fields import ChartKeys, Text
from deckgen.outline.syntax.csv_text import warn_of_failed_formula
from deckgen.support.diagnostics import Diagnostics, Span


def charts(keys: ChartKeys, context: Context) -> tuple[Chart, ...]:
    """Return the chart that the keys of the context's entry hold; none, with errors, if wrong."""
    entry = context.entries[context.index]
    headline = getattr(entry, "question", None) or getattr(entry, "title", None)
    title = plain_text(headline) if headline else ""
    chart = _chart(keys, title, entry.lang or context.talk.lang, context)
    return () if chart is None else (chart,)


def _chart(keys: ChartKeys, title: str, lang: str, context: Context) -> Chart | None:
    """Return the chart; None, with errors, if something is wrong with its numbers or names.

    `title` is the slide's, for the text alternative. Numbers are read and shown as `lang` has them.
    """
    diagnostics = context.diagnostics
    table = read_chart_table(keys.data.node, context.read, diagnostics)
    if table is None:
        return None
    before = diagnostics.errors
    table, counted = _without_unit(table, lang)
    points = decimal_marks((cell.text for row in table.rows for cell in row[1:]), lang)
    columns = [_column(table, at, lang, points, diagnostics) for at in range(1, len(table.rows[0]))]
    if diagnostics.errors > before:
        return None
    if keys.kind not in {"scatter", "combined"}:  # whose series have axes of their own
        columns = [(values, _shared(each, columns)) for values, each in columns]
    names = [_plain(name, diagnostics) for name in table.names] or [""]
    for each in (*table.names, *(row[0] for row in table.rows)):
        warn_of_failed_formula(each.text.strip(), each.span, diagnostics)
    categories = tuple(_plain(row[0], diagnostics) for row in table.rows)
    series = [
        Series(
            name,
            values,
            number_format=number_format,
            name_span=table.names[at].span if table.names else None,
            value_spans=_spans(table, at + 1),
        )
        for at, (name, (values, number_format)) in enumerate(zip(names, columns, strict=True))
    ]
    corner = table.corner
    if keys.kind == "scatter":
        categories, series, corner = _scattered(table, categories, series, lang, diagnostics)
    if keys.kind == "combined":
        series = _lined(keys, table, series, diagnostics)
    chart = Chart(
        drawable_kind(keys, series, table, diagnostics),
        categories,
        tuple(series),
        lang,
        alt="",
        span=keys.span,
        labels=keys.labels,
        unit=_unit(keys, counted, series, diagnostics),
        source=_source(keys, lang, diagnostics),
        corner=corner,
        category_spans=_spans(table, 0),
        kind_span=keys.spans.get("kind"),
    )
    chart = chart._replace(highlight=_highlighted(keys, chart, diagnostics))
    check_chart(chart, table, diagnostics)
    if diagnostics.errors > before:
        return None
    if keys.alt:
        words, span = keys.alt.text.strip(), keys.alt.span
        judge_alternative_text(words, span, diagnostics, LONGEST_OF_DATA)
        return chart._replace(alt=words, alt_span=span)
    return chart._replace(alt=describe_chart(chart, title))


def _without_unit(table: ChartTable, lang: str) -> tuple[ChartTable, str]:
    """Return the table without the unit that stands at all of its numbers, and that unit.

    A per cent sign stays: it says how large a number is.
    """
    unit = common_unit((cell.text for row in table.rows for cell in row[1:]), lang)
    if unit in {"", "%"}:
        return table, ""

    def bare(cell: Text) -> Text:
        amount = split_amount(cell.text, lang)
        if amount is None or amount.bracketed or is_gap(cell.text):
            return cell
        return cell._replace(text=amount.number)

    rows = tuple((row[0], *map(bare, row[1:])) for row in table.rows)
    return table._replace(rows=rows), unit


def _column(
    table: ChartTable, at: int, lang: str, points: DecimalMarks, diagnostics: Diagnostics
) -> tuple[tuple[float | None, ...], NumberFormat]:
    """Return the numbers of a column and their format; report each cell that is no number.

    `points` are the decimal marks of the whole table.
    """
    numbers = [_number(row[at], lang, points, diagnostics) for row in table.rows]
    _report_no_numbers([row[at] for row in table.rows], lang, diagnostics)
    formats = [number.number_format for number in numbers if number is not None]
    percent = any(each.percent for each in formats)
    for number, row in zip(numbers, table.rows, strict=True):
        if percent and number is not None and number.value and not number.number_format.percent:
            diagnostics.error(
                "mixed-percent",
                f"“{row[at].text}” has no per cent sign, other numbers of its series have one.",
                row[at].span,
                "Type the sign behind each number of the series, or behind none of them.",
            )
    decimals = max((each.decimals for each in formats), default=0)
    values = tuple(None if number is None else number.value for number in numbers)
    return values, NumberFormat(decimals, percent)


def _shared(
    own: NumberFormat, columns: Iterable[tuple[tuple[float | None, ...], NumberFormat]]
) -> NumberFormat:
    """Return the format of numbers that stand beside those of other series, on one axis."""
    alike = (each.decimals for _, each in columns if each.percent == own.percent)
    return own._replace(decimals=max(alike))


def _spans(table: ChartTable, column: int) -> tuple[Span, ...]:
    return tuple(row[column].span for row in table.rows)


def _number(cell: Text, lang: str, points: DecimalMarks, diagnostics: Diagnostics) -> Number | None:
    """Return the number in a cell; None if there is none, or, with an error, if it is ambiguous."""
    if is_gap(cell.text):
        return None
    number = read_number(cell.text, lang, points)
    if isinstance(number, Number):
        return number
    if isinstance(number, AmbiguousNumber):
        message, hint = ambiguity_message(cell.text, number, lang, points)
        diagnostics.error("ambiguous-number", message, cell.span, hint)
    return None


def _report_no_numbers(cells: Iterable[Text], lang: str, diagnostics: Diagnostics) -> None:
    """Report each cell of a column that is no number; those with one unit together."""
    wrong: dict[str, list[Text]] = {}
    for cell in cells:
        if not is_gap(cell.text) and read_number(cell.text, lang) is None:
            amount = split_amount(cell.text, lang)
            wrong.setdefault(amount.unit if amount and amount.unit else cell.text, []).append(cell)
    for first, *others in wrong.values():
        also = f", nor are {len(others)} more of its column" if others else ""
        message = f"“{first.text}” is no number that a chart can show{also}."
        diagnostics.error("not-a-number", message, first.span, number_hint(first.text, lang))


def _scattered(
    table: ChartTable,
    categories: tuple[str, ...],
    series: list[Series],
    lang: str,
    diagnostics: Diagnostics,
) -> tuple[tuple[str, ...], list[Series], str]:
    """Return names, series and corner of a scatter chart; its first series holds the x.

    They are the first column if that holds numbers, and the second column if not.
    """
    points = decimal_marks((cell.text for row in table.rows for cell in row), lang)
    if any(read_number(row[0].text, lang, points) is None for row in table.rows):
        return categories, series, table.corner
    values, number_format = _column(table, 0, lang, points, diagnostics)
    return (
        ("",) * len(categories),
        [
            Series(table.corner, values, number_format=number_format, value_spans=_spans(table, 0)),
            *series,
        ],
        "",
    )


def _lined(
    keys: ChartKeys, table: ChartTable, series: list[Series], diagnostics: Diagnostics
) -> list[Series]:
    """Return the series of a combined chart, with those marked that are lines."""
    names = [each.name for each in series]
    lines = known_names(keys.lines, "chart", names, diagnostics) if keys.lines else names[-1:]
    if len(table.names) < 2 or not set(names) - set(lines):
        diagnostics.error(
            "chart-data",
            "A combined chart needs at least one series of columns and one for the line.",
            keys.span,
            "Add a series, or leave one out of `lines:`; or type `kind: column`.",
        )
    return [each._replace(as_line=each.name in lines) for each in series]


def _highlighted(keys: ChartKeys, chart: Chart, diagnostics: Diagnostics) -> tuple[str, ...]:
    if keys.highlight is None:
        return ()
    names = [series.name for series in chart.series if series.name]
    return known_names(keys.highlight, "chart", [*chart.categories, *names], diagnostics)


def _unit(keys: ChartKeys, counted: str, series: list[Series], diagnostics: Diagnostics) -> str:
    """Return the line above the plot: the unit, and the name of a single series before it.

    The author's unit goes before what is `counted` in each cell.
    """
    unit = _plain(keys.unit, diagnostics) if keys.unit else counted
    words = unit.casefold()
    says_too = counted.casefold() in words or counted.replace("€", "euro").casefold() in words
    if keys.unit and not says_too:
        diagnostics.warning(
            "other-unit",
            f"`unit` says “{unit}”, and the numbers “{counted}”; the chart shows “{unit}”.",
            keys.unit.span,
            f"Delete `unit`, or “{counted}” at the numbers, whichever is wrong.",
        )
    values = series[1:] if keys.kind == "scatter" else series
    name = values[0].name if len(values) == 1 and keys.kind not in {"pie", "donut"} else ""
    return f"{name} ({unit})" if name and unit and name != unit else name or unit


def _source(keys: ChartKeys, lang: str, diagnostics: Diagnostics) -> str:
    """Return the line below the plot, with “Source:” before it if the author left that out."""
    if keys.source is None:
        return ""
    text = _plain(keys.source, diagnostics)
    word = phrase("source", lang)
    has_word = text.casefold().startswith(word.rstrip(": \u202f").casefold())
    return text if has_word else f"{word} {text}"


def _plain(text: Text, diagnostics: Diagnostics) -> str:
    """Return the words alone, as a chart shows them; warn if markup is lost."""
    runs = parse_inline(text, diagnostics) if text.text else ()
    if any(isinstance(run, Run) and _is_marked(run) for run in runs):
        diagnostics.warning(
            "plain-words",
            "A chart shows words alone: bold, links and raised letters are lost here.",
            text.span,
            "Type the words without the signs around them; for m^2^ type m² itself, for CO~2~ CO₂.",
        )
    return Paragraph(runs).text


def _is_marked(run: Run) -> bool:
    """Return whether a run has a format, or a link to an address that is not its own words."""
    if isinstance(run.link, WebLink) and run.link.url.endswith(run.text):
        run = run._replace(link=None)
    return run[1:] != UNMARKED
