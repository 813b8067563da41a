//! English.

use super::{Builtin, Word};

pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub fn word(word: Word) -> &'static str {
    use Word::*;
    match word {
        Over => "over",
        Under => "under",
        About => "about",
        Nearly => "nearly",
        AtLeast => "at least",
        AtMost => "at most",
        Provisional => "provisional",
        Estimated => "estimated",
        Revised => "revised",
        Derived => "derived",
        NoFigure => "no data",
        Suppressed => "not published",
        NotCollected => "not collected",
        NotApplicable => "not applicable",
        Up => "up, figure not given",
        Down => "down, figure not given",
        CountOf => "{count} of {of}",
        OfOnly => "of {of} in all",
        Households => "households",
        Points => "percentage points",
        PointsShort => "pp",
        And => "and",
        SectorNumeral => "Sector {id}",
        Target => "Target",
        TargetValue => "target {value}",
        Contribution => "Contribution",
        ContributionLine => "contributed {value} pp, {period}",
        ContributionShort => "contribution",
        RemainderValue => "remainder {value}",
        BreakName => "Change of standard or method",
        GrowthTitle => "Growth by economic sector",
        PovertyTitle => "Poverty",
        PoorAndNearPoorTitle => "Poor and near-poor households",
        NtmTitle => "New Rural Development",
        GrowthMeasure => "Growth rate",
        PovertyMeasure => "Rate",
        NtmMeasure => "Number achieved of the total",
        NtmMeasureUnits => "Number of {units} achieved, of the total",
        NoteGaps => "Dashed marks: no data.",
        NoteTrueTime => "Periods stand at their true distance in time.",
        NoteBreak => "From {period}: {name}.",
        NoteAcrossBreak => "Figures before and after this are not comparable.",
        NoteAcrossBreaks => "Figures before and after each of these are not comparable.",
        NoteDerived => "Worked out from published figures: {list}.",
        NoteDenominators => "Each share is of its own row's total; the totals differ.",
        NoteShares => "Shares are as published and may differ from the division.",
        NoteMore => "Further notes stand with their figures.",
        AndOthers => "and {count} more",
        Source => "Source: {list}.",
        SourceNone => "No source is named.",
        SourceSome => "no source is named for some figures",
        AsOf => "Figures as of {date}.",
        LabelValue => "Value",
        LabelPeriod => "Period",
        LabelCount => "Count",
        LabelHouseholds => "Households",
        LabelAchieved => "Achieved",
        LabelShare => "Share",
        LabelNote => "Note",
        LabelSource => "Source",
        LabelChange => "Against {period}",
        ColumnContribution => "Contribution {period}, percentage points",
        Rose => "up {change}",
        Fell => "down {change}",
        Unchanged => "unchanged",
        Higher => "higher by {change}",
        Lower => "lower by {change}",
        NotComparable => "not comparable ({name})",
        SummaryLead => "{title}, {place} ({subtitle}).",
        InYear => "In {period}",
        SummaryRows => "There are {count} rows of figures.",
        SummaryLast => "latest: {figure} ({period})",
        SummaryChange => "Against {period}: {list}.",
        SummaryChanges => {
            "Against {period}, of {count} rows that can be compared, higher: {rose}, lower: {fell}, unchanged: {same}."
        }
        Highest => "the highest is {names}, {figure}",
        Lowest => "the lowest is {names}, {figure}",
        AmongKnown => "among the {count} rows with a figure, ",
        MostContribution => "the largest contribution is from {names}, {figure}",
        PeakHigh => "{name} highest at {figure} ({period})",
        PeakLow => "{name} lowest at {figure} ({period})",
        SummaryBreaks => "Figures before {list} are not comparable with those from then on.",
        SummaryNothing => "There are no data yet.",
        SummaryMissing => "Figures without a number: {count} of {total} ({list}).",
        SummaryRest => "and {count} more rows",
        Syntax => {
            "This is not well-formed JSON: there is a mistake at line {line}, column {column}. Look at the commas, quotes and brackets near there."
        }
        SyntaxSomewhere => "This is not well-formed JSON. Look at the commas, quotes and brackets.",
        Type => "Here stands {found}. Write {expected}.",
        ExpectedObject => "keys and values in braces { }",
        ExpectedArray => "a list in square brackets [ ]",
        ExpectedFigure => "a number, null, or { \"value\": number }",
        ExpectedNumber => "a number",
        ExpectedNumberOrNull => "a number, or null where there is none",
        ExpectedWholeNumber => "a whole number",
        ExpectedText => "a string in double quotes, or strings by language { \"vi\": \"…\" }",
        ExpectedString => "a string in double quotes",
        FoundNull => "null",
        FoundBoolean => "true or false",
        FoundNumber => "a number",
        FoundString => "the string “{string}”",
        FoundArray => "a list [ ]",
        FoundObject => "an object { }",
        FoundNotData => "something that is not JSON data",
        NumberAsString => {
            "Here stands the string “{found}”. Write the number {number}: no quotes, decimals after a dot."
        }
        AmbiguousNumber => {
            "Here stands the string “{found}”, which can be read in two ways. Write the number {whole} or the number {decimal}, without quotes."
        }
        Missing => "The key “{key}” is missing. Add it.",
        MissingOneOf => "One of the keys {keys} is missing. Add one of them.",
        NoSection => {
            "The data have no “{section}”, which this chart needs. Add it, or choose another chart."
        }
        NothingToDraw => "There is nothing in the data to draw. Add “growth”, “poverty” or “ntm”.",
        ChartNotNamed => {
            "The data feed several charts: {found}. Name one in the attribute “chart”."
        }
        UnknownChart => "There is no chart “{found}”. Write “growth”, “poverty” or “ntm”.",
        ChartNotDrawn => {
            "This version does not draw the chart “{chart}” yet. Write “growth”, “poverty” or “ntm”."
        }
        NotDrawn => "This version does not draw “{key}” yet. The other parts are drawn.",
        UnknownKey => "There is no key “{key}”. Remove it; to keep it, begin its name with “x-”.",
        UnknownKeySimilar => "There is no key “{key}”. Did you mean “{similar}”?",
        UnknownValue => "“{found}” cannot stand here. Write one of: {allowed}.",
        NameNeeded => "The id “{id}” has no name. Add “name”, or use a built-in id: {ids}.",
        EmptyText => "This string is empty. Write something, or remove the key.",
        EmptyList => "This list is empty. Add at least one entry.",
        Version => "Here stands version {found}. Write \"version\": 1.",
        NotFinite => {
            "This is not a number (NaN or infinity). Write a number, or null where there is none."
        }
        TooLarge => {
            "This number is above 1,000,000,000,000,000, so its last digits cannot be kept. Use a larger unit, such as billions."
        }
        TooSmall => {
            "This number is too small: only six decimals can be written. Use a smaller unit, or write 0."
        }
        Negative => "This number is negative. Write a number from 0 up.",
        OutOfRange => "This number is not between {min} and {max}. Write a number in that range.",
        NotWhole => "This number has decimals. Write a whole number.",
        CountAboveOf => {
            "“count” is {count}, more than “of”, which is {of}. Correct them: a part is no larger than its whole."
        }
        Length => {
            "Figures: {found}; periods: {periods}. Write one figure for each period, and null where there is none."
        }
        Duplicate => "“{value}” stands above already. Write each value once.",
        Date => "“{found}” is not a date. Write year-month-day, such as 2024-01-05.",
        PeriodAt => {
            "“{found}” is not a time. Write a year (2015), a month (2015-06) or an interval (2010/2011)."
        }
        PeriodOrder => {
            "The period “{later}” is not later in time than “{earlier}”. Put the periods in order, or correct “at”."
        }
        BreakPeriod => {
            "“{found}” is not the second period or a later one. Write the name of one of “periods”, but not the first."
        }
        OnlyWithNull => {
            "With “{key}”: “{word}” there is no number. Write \"value\": null, or remove “{key}”."
        }
        NeedsValue => "“{key}”: “{word}” needs a number. Write it as “value”, or remove “{key}”.",
        Conflict => "“{one}” and “{other}” do not go together. Remove one of them.",
        UnknownSource => {
            "No source in “sources” has the id “{id}”. Add that source, or correct the id."
        }
        SourceNotNamed => {
            "The data have several sources, but this section names none. Add “source” with the id of one."
        }
        TooMany => {
            "There are {found} {what}, and at most {limit} can be taken. Use fewer, or several charts."
        }
        Areas => "areas",
        Series => "series",
        Periods => "periods",
        Figures => "figures",
        Characters => "characters",
        Criteria => "criteria",
        Entries => "entries",
        TooDeep => "Brackets are nested too deep. Write as the examples in the guide do.",
        More => "And {count} more.",
    }
}

pub const BUILTINS: &[(Builtin, &str, &str)] = &[
    (Builtin::Sector, "I", "Agriculture, forestry and fisheries"),
    (Builtin::Sector, "II", "Industry and construction"),
    (Builtin::Sector, "III", "Services"),
    (Builtin::Sector, "taxes", "Product taxes less subsidies"),
    (Builtin::Sector, "total", "Total"),
    (Builtin::Poverty, "poor", "Poor households"),
    (Builtin::Poverty, "nearPoor", "Near-poor households"),
    (Builtin::Level, "ntm", "Communes meeting the New Rural standard"),
    (Builtin::Level, "ntmAdvanced", "Advanced New Rural communes"),
    (Builtin::Level, "ntmModel", "Model New Rural communes"),
    (Builtin::Level, "ntmModern", "Modern New Rural communes"),
    (Builtin::Level, "urban", "Meeting the civilised urban standard"),
    (Builtin::Level, "districtNtm", "New Rural district criteria"),
    (Builtin::LevelUnit, "ntm", "communes"),
    (Builtin::LevelUnit, "ntmAdvanced", "communes"),
    (Builtin::LevelUnit, "ntmModel", "communes"),
    (Builtin::LevelUnit, "ntmModern", "communes"),
    (Builtin::LevelUnit, "urban", "wards and townships"),
    (Builtin::LevelUnit, "districtNtm", "criteria"),
];
