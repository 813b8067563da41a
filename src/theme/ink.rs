//! What marks and letters mean; a theme says how that looks.

/// The meaning of a colour; the theme says which colour that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Names, values, the total, the zero line.
    Text,
    /// Ticks, notes, leaders, outlines of empty cells.
    Muted,
    /// Gridlines; carries nothing alone.
    Grid,
    /// Lines between groups; carries nothing alone.
    Rule,
    Surface,
    /// A series, by its slot: 0–7 of the palette, or [`TOTAL`]; [`HIGHLIGHTED`] more
    /// where it is brought forward.
    Series(u8),
    /// The earlier period of a series: 28% of its colour on the surface.
    Tint(u8),
    /// Everything but the highlighted.
    Quiet,
    /// Its earlier period: 28% of it on the surface.
    QuietTint,
    /// Up to a plan, where a result has yet to reach: as pale, and no figure itself.
    Track,
    /// The fill of a part of a whole, by its slot: the colour of the series, or
    /// the surface where that colour is the text's and only outlines part it
    /// from its neighbours.
    Part(u8),
    /// What is written on a part: text or surface, whichever stands out more.
    OnPart(u8),
    /// Between the columns of a part: 16% of its colour on the surface.
    Band(u8),
}

/// The slot of the total and the target: the ink of text.
pub const TOTAL: u8 = 8;

/// From this slot on stand the same series brought forward: their colour is their own
/// where the theme has none for what is highlighted.
pub const HIGHLIGHTED: u8 = 16;

/// Weight of type; a page may lack 500, then 400 and 600 must be enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    Regular,
    Medium,
    Semibold,
}

impl Weight {
    pub fn css(self) -> &'static str {
        match self {
            Weight::Regular => "400",
            Weight::Medium => "500",
            Weight::Semibold => "600",
        }
    }
}
