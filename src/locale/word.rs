//! The words and sentences that a language must have.

/// One word, label or sentence; each language's `match` over these is
/// exhaustive, so that the compiler holds it complete. The places in braces
/// are filled by [`fill`](super::fill).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    // Before a number.
    Over,
    Under,
    About,
    Nearly,
    AtLeast,
    AtMost,
    // In brackets after a number.
    Provisional,
    Estimated,
    Revised,
    Derived,
    // In place of a number.
    NoFigure,
    Suppressed,
    NotCollected,
    NotApplicable,
    Up,
    Down,
    // Parts of figures.
    /// `{count}` `{of}`
    CountOf,
    /// `{of}`
    OfOnly,
    Households,
    Points,
    PointsShort,
    And,
    // Names.
    /// `{id}`
    SectorNumeral,
    Target,
    /// `{value}`
    TargetValue,
    Contribution,
    /// `{value}` `{period}`
    ContributionLine,
    /// Beside the strip of parts below a total.
    ContributionShort,
    /// `{value}`
    RemainderValue,
    BreakName,
    // Titles and subtitles.
    GrowthTitle,
    PovertyTitle,
    PoorAndNearPoorTitle,
    NtmTitle,
    GrowthMeasure,
    PovertyMeasure,
    NtmMeasure,
    /// `{units}`
    NtmMeasureUnits,
    // Notes.
    NoteGaps,
    NoteTrueTime,
    /// `{period}` `{name}`
    NoteBreak,
    NoteAcrossBreak,
    NoteAcrossBreaks,
    /// `{list}`
    NoteDerived,
    NoteDenominators,
    NoteShares,
    NoteMore,
    /// `{count}`
    AndOthers,
    // Sources.
    /// `{list}`
    Source,
    SourceNone,
    SourceSome,
    /// `{date}`
    AsOf,
    // Labels of tips and columns of tables.
    LabelValue,
    LabelPeriod,
    LabelCount,
    LabelHouseholds,
    LabelAchieved,
    LabelShare,
    LabelNote,
    LabelSource,
    /// `{period}`
    LabelChange,
    /// `{period}`
    ColumnContribution,
    // Changes.
    /// `{change}`
    Rose,
    /// `{change}`
    Fell,
    Unchanged,
    /// `{change}`
    Higher,
    /// `{change}`
    Lower,
    /// `{name}`
    NotComparable,
    // Sentences of the summary.
    /// `{title}` `{place}` `{subtitle}`
    SummaryLead,
    /// `{period}`
    InYear,
    /// `{count}`
    SummaryRows,
    /// `{figure}` `{period}`
    SummaryLast,
    /// `{period}` `{list}`
    SummaryChange,
    /// `{period}` `{count}` `{rose}` `{fell}` `{same}`
    SummaryChanges,
    /// `{names}` `{figure}`
    Highest,
    /// `{names}` `{figure}`
    Lowest,
    /// `{count}`
    AmongKnown,
    /// `{names}` `{figure}`
    MostContribution,
    /// `{name}` `{figure}` `{period}`
    PeakHigh,
    /// `{name}` `{figure}` `{period}`
    PeakLow,
    /// `{list}`
    SummaryBreaks,
    SummaryNothing,
    /// `{count}` `{total}` `{list}`
    SummaryMissing,
    /// `{count}`
    SummaryRest,
    // What is wrong with a document, and what to write instead.
    /// `{line}` `{column}`
    Syntax,
    SyntaxSomewhere,
    /// `{expected}` `{found}`
    Type,
    ExpectedObject,
    ExpectedArray,
    ExpectedFigure,
    ExpectedNumber,
    ExpectedNumberOrNull,
    ExpectedWholeNumber,
    ExpectedText,
    ExpectedString,
    FoundNull,
    FoundBoolean,
    FoundNumber,
    /// `{string}`
    FoundString,
    FoundArray,
    FoundObject,
    FoundNotData,
    /// `{found}` `{number}`
    NumberAsString,
    /// `{found}` `{whole}` `{decimal}`
    AmbiguousNumber,
    /// `{key}`
    Missing,
    /// `{keys}`
    MissingOneOf,
    /// `{section}`
    NoSection,
    NothingToDraw,
    /// `{found}`
    ChartNotNamed,
    /// `{found}`
    UnknownChart,
    /// `{chart}`
    ChartNotDrawn,
    /// `{key}`
    NotDrawn,
    /// `{key}`
    UnknownKey,
    /// `{key}` `{similar}`
    UnknownKeySimilar,
    /// `{found}` `{allowed}`
    UnknownValue,
    /// `{id}` `{ids}`
    NameNeeded,
    EmptyText,
    EmptyList,
    /// `{found}`
    Version,
    NotFinite,
    TooLarge,
    TooSmall,
    Negative,
    /// `{min}` `{max}`
    OutOfRange,
    NotWhole,
    /// `{count}` `{of}`
    CountAboveOf,
    /// `{found}` `{periods}`
    Length,
    /// `{value}`
    Duplicate,
    /// `{found}`
    Date,
    /// `{found}`
    PeriodAt,
    /// `{earlier}` `{later}`
    PeriodOrder,
    /// `{found}`
    BreakPeriod,
    /// `{key}` `{word}`
    OnlyWithNull,
    /// `{key}` `{word}`
    NeedsValue,
    /// `{one}` `{other}`
    Conflict,
    /// `{id}`
    UnknownSource,
    SourceNotNamed,
    /// `{found}` `{limit}` `{what}`
    TooMany,
    Areas,
    Series,
    Periods,
    Figures,
    Characters,
    Criteria,
    Entries,
    TooDeep,
    /// `{count}`
    More,
}

/// What a built-in id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Builtin {
    Sector,
    Poverty,
    Level,
    /// What a level counts.
    LevelUnit,
}
