//! Colours and type: what a page can set, and the defaults of both.

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
    /// A series, by its slot 0–7.
    Series(u8),
    /// The earlier period of a series: 28% of its colour on the surface.
    Tint(u8),
    /// The earlier period of the total: 28% of the text on the surface.
    TextTint,
    /// Everything but the highlighted.
    Quiet,
}

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

/// A colour as the painter needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);
