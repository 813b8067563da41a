//! How things are written: the one place from which the drawing, the table,
//! the tips and the summary take every figure and every name.

mod change;
mod criteria;
mod figure;
mod heading;
mod list;
mod name;
mod notes;
mod progress;
mod remainder;
mod section;
mod source;
mod targets;

#[cfg(test)]
pub(crate) mod sample;

pub use change::{
    Change, change_before, change_between, change_words, is_comparable, is_comparable_row,
};
pub use criteria::Criteria;
pub use figure::{
    contribution, count_of, figure, figure_bare, figure_of, figure_with_count, is_percent, missing,
    status, value_short, with_unit,
};
pub use heading::{
    period, period_lead, period_span, period_within, periods_shown, place, subtitle, title, unit,
};
pub use list::List;
pub use name::{break_name, count_label, level_unit, row_name, row_title, sector_numeral};
pub use notes::{denominators_note, notes};
pub use progress::{progress_count, progress_share, progress_text, published_share};
pub use remainder::{remainder, sum_notes};
pub use section::Section;
pub use source::{source, source_line, sources};
pub use targets::{
    basis, item_asides, item_change, item_part, item_plan, item_result, item_share,
    item_share_of_plan, item_unit, item_verdict, outcome, share_of_plan,
};

/// A word of our own inside a sentence: it begins with an ASCII letter or Đ, or
/// has no capitals.
pub fn uncapitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| match first {
        'Đ' => 'đ',
        _ => first.to_ascii_lowercase(),
    });
    first.into_iter().chain(chars).collect()
}

/// Without the full stop at its end, so that it can stand inside a sentence.
pub fn unstopped(text: &str) -> &str {
    text.trim_end().trim_end_matches(['.', '។'])
}

/// With a full stop, where nothing ends it yet.
pub fn stopped(text: &str) -> String {
    let mut out = text.trim_end().to_string();
    if !out.ends_with(['.', '!', '?', '…', '។']) {
        out.push('.');
    }
    out
}
