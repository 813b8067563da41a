//! What can be wrong with a document: codes, places and parameters, no
//! sentences. `describe::problem` says them in the reader's language.

/// The kind of a problem, as the page's script sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// The text is not JSON.
    Syntax,
    /// A value of another JSON type than asked for.
    Type,
    /// The right type, but a value that cannot be.
    Value,
    /// Something the chart cannot do without.
    Missing,
    /// A key or a chart that is not known.
    Unknown,
    /// More than the widget takes.
    Limit,
}

impl Code {
    pub fn as_str(self) -> &'static str {
        match self {
            Code::Syntax => "syntax",
            Code::Type => "type",
            Code::Value => "value",
            Code::Missing => "missing",
            Code::Unknown => "unknown",
            Code::Limit => "limit",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The document is refused.
    Error,
    /// The document is drawn; somebody should look here.
    Notice,
}

/// One problem and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    /// RFC 6901 JSON Pointer; empty for the whole document.
    pub path: String,
    pub severity: Severity,
    pub problem: Problem,
}

/// What a value should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Object,
    Array,
    /// A number, `null`, or an object with a `value`.
    Figure,
    Number,
    /// A number or `null`.
    NumberOrNull,
    WholeNumber,
    /// A string, or an object of strings by language.
    Text,
    String,
    /// The name of a built-in set of criteria, or a list of them.
    Criteria,
    /// What an area is by a criterion.
    State,
    /// Which criteria an area meets, or how many.
    Met,
}

/// What stood there instead.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    Null,
    Boolean,
    Number,
    /// The string itself, shortened.
    String(String),
    Array,
    Object,
    /// A function, symbol, typed array, set …: nothing that JSON can hold.
    NotData,
}

/// What is wrong, with the parameters of its sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// Not JSON at all; the parser's line and column where known.
    Syntax {
        line: usize,
        column: usize,
    },
    Type {
        expected: Expected,
        found: Found,
    },
    /// A string that spells a number; `number` is how JSON would write it.
    NumberAsString {
        found: String,
        number: String,
    },
    /// A string such as "14.120", which a reader takes for 14120 or for 14.12.
    AmbiguousNumber {
        found: String,
        whole: String,
        decimal: String,
    },
    Missing {
        key: &'static str,
    },
    /// One of these keys must be there.
    MissingOneOf {
        keys: &'static [&'static str],
    },
    /// Nothing in the document that this chart could draw.
    NoSection {
        section: &'static str,
    },
    /// The document feeds several charts or none, and none was asked for.
    ChartNotNamed {
        found: Vec<&'static str>,
    },
    UnknownChart {
        found: String,
    },
    UnknownKey {
        key: String,
        similar: Option<&'static str>,
    },
    UnknownValue {
        found: String,
        allowed: &'static [&'static str],
    },
    /// An id without a built-in name needs a `name`.
    NameNeeded {
        id: String,
        built_in: &'static [&'static str],
    },
    EmptyText,
    EmptyList,
    /// The document's `version` is another one.
    Version {
        found: String,
    },
    NotFinite,
    /// Beyond 1e15, where a figure's last digits are no longer exact.
    TooLarge,
    /// Not zero, but below the six decimals that can be written.
    TooSmall,
    Negative,
    /// Zero or less, and nothing can be a part of that.
    NotPositive,
    OutOfRange {
        min: f64,
        max: f64,
    },
    NotWhole,
    /// Parts of a whole that add up to more than it.
    SumAboveWhole {
        sum: f64,
        period: String,
    },
    /// A count above its `of`.
    CountAboveOf {
        key: &'static str,
        count: f64,
        of: f64,
    },
    /// A qualifier that leads past what the number can be: “over” the whole.
    QualifierBeyond {
        word: &'static str,
        limit: f64,
    },
    /// As many figures as there are periods are needed.
    Length {
        found: usize,
        periods: usize,
    },
    Duplicate {
        value: String,
    },
    Date {
        found: String,
    },
    PeriodAt {
        found: String,
    },
    PeriodOrder {
        earlier: String,
        later: String,
    },
    /// `before` of a break names no period, or the first one.
    BreakPeriod {
        found: String,
    },
    /// A status or direction that only goes with `null`.
    OnlyWithNull {
        key: &'static str,
        word: String,
    },
    /// A qualifier or status that needs a value.
    NeedsValue {
        key: &'static str,
        word: String,
    },
    /// Two keys of which only one can stand.
    Conflict {
        one: &'static str,
        other: &'static str,
    },
    /// The published `outcome` says met where the figures say not met, or the
    /// other way round (a notice).
    OutcomeDiffers,
    UnknownSource {
        id: String,
    },
    /// No criterion of the set, whose ids go from `first` to `last`.
    UnknownCriterion {
        id: String,
        first: String,
        last: String,
    },
    /// `from` of a bin above its `to`.
    BinRange {
        from: f64,
        to: f64,
    },
    /// A bin that shares numbers of criteria with one above it (a notice).
    BinsOverlap,
    /// The address of a source that no browser opens from another page (a notice).
    NotWebAddress,
    /// The document has several sources and the section names none (a notice).
    SourceNotNamed,
    TooMany {
        found: usize,
        limit: usize,
        what: Counted,
    },
    TooDeep,
    /// The rest of the list, past the reported hundred.
    More {
        count: usize,
    },
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    Areas,
    Series,
    Periods,
    Figures,
    Characters,
    Criteria,
    Entries,
}

impl Problem {
    pub fn code(&self) -> Code {
        match self {
            Problem::Syntax { .. } => Code::Syntax,
            Problem::Type { .. }
            | Problem::NumberAsString { .. }
            | Problem::AmbiguousNumber { .. } => Code::Type,
            Problem::Missing { .. }
            | Problem::MissingOneOf { .. }
            | Problem::NoSection { .. }
            | Problem::ChartNotNamed { .. }
            | Problem::NameNeeded { .. }
            | Problem::SourceNotNamed => Code::Missing,
            Problem::UnknownKey { .. } | Problem::UnknownChart { .. } => Code::Unknown,
            Problem::TooMany { .. } | Problem::TooDeep | Problem::More { .. } => Code::Limit,
            _ => Code::Value,
        }
    }
}
