//! Which colour and which marker a series has.
//!
//! Meanings that recur have a fixed slot, so that a citizen who knows one
//! chart knows the next; the others take the first free slot.

use crate::model::ChartKind;
use crate::theme::{HIGHLIGHTED, Ink, TOTAL};

/// Slots of the palette.
const SLOTS: u8 = 8;

/// How one series is inked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SeriesInk {
    /// Slot of the palette; it also picks the marker's shape.
    pub slot: u8,
    /// The mark itself.
    pub main: Ink,
    /// The mark of an earlier period.
    pub tint: Ink,
}

impl SeriesInk {
    /// The total and the target: text ink.
    pub const TOTAL: SeriesInk = SeriesInk::of_slot(TOTAL);

    /// What is met.
    pub const MET: SeriesInk = SeriesInk::of_slot(0);

    pub const fn of_slot(slot: u8) -> Self {
        SeriesInk { slot, main: Ink::Series(slot), tint: Ink::Tint(slot) }
    }

    /// The fill of a part of a whole, inside an edge of `main`.
    pub fn part(self) -> Ink {
        match self.main {
            Ink::Series(slot) => Ink::Part(slot),
            _ => self.tint,
        }
    }

    /// What is written on a part.
    pub fn on_part(self) -> Ink {
        match self.main {
            Ink::Series(slot) => Ink::OnPart(slot),
            _ => Ink::Text,
        }
    }

    /// What joins a part of one period with that of the next; nothing that is seen
    /// where another one is highlighted.
    pub fn band(self) -> Ink {
        match self.main {
            Ink::Series(slot) => Ink::Band(slot),
            _ => Ink::Surface,
        }
    }

    /// As the series of that id is drawn where one, or none, is highlighted.
    pub fn with_highlight(self, highlight: Option<&str>, id: &str) -> Self {
        let (main, tint) = match highlight {
            None => return self,
            Some(wanted) if wanted == id => {
                let slot = self.slot + HIGHLIGHTED;
                (Ink::Series(slot), Ink::Tint(slot))
            }
            Some(_) => (Ink::Quiet, Ink::QuietTint),
        };
        SeriesInk { main, tint, ..self }
    }
}

fn fixed_slot(chart: ChartKind, id: &str) -> Option<u8> {
    let slots: &[(&str, u8)] = match chart {
        ChartKind::Growth | ChartKind::Structure => {
            &[("I", 0), ("II", 1), ("III", 2), ("taxes", 3), ("total", TOTAL), ("target", TOTAL)]
        }
        ChartKind::Poverty => &[("poor", 6), ("nearPoor", 1)],
        ChartKind::LivingStandards => {
            &[("poor", 6), ("nearPoor", 1), ("average", 7), ("fair", 5), ("rich", 2)]
        }
        ChartKind::Ntm | ChartKind::NtmCriteria => &[
            ("ntm", 0),
            ("ntmAdvanced", 5),
            ("ntmModel", 3),
            ("ntmModern", 4),
            ("urban", 2),
            ("districtNtm", 4),
        ],
        // A target's colour says its verdict.
        ChartKind::Targets => &[],
    };
    slots.iter().find(|(own, _)| *own == id).map(|(_, slot)| *slot)
}

/// Inks of the series with these ids, in order. Where one is highlighted the
/// others turn quiet.
pub(super) fn series_inks(
    chart: ChartKind,
    ids: &[&str],
    highlight: Option<&str>,
) -> Vec<SeriesInk> {
    let mut used: Vec<u8> = ids.iter().filter_map(|id| fixed_slot(chart, id)).collect();
    let highlighted = highlight.filter(|wanted| ids.contains(wanted));
    let mut next = 0;
    let ink_of = |id: &&str| {
        let slot = fixed_slot(chart, id).unwrap_or_else(|| {
            let free = (0..SLOTS).find(|slot| !used.contains(slot));
            let slot = free.unwrap_or_else(|| {
                let slot = next;
                next = (next + 1) % SLOTS;
                slot
            });
            used.push(slot);
            slot
        });
        SeriesInk::of_slot(slot).with_highlight(highlighted, id)
    };
    ids.iter().map(ink_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots(ids: &[&str]) -> Vec<u8> {
        let inks = series_inks(ChartKind::Growth, ids, None);
        inks.iter().map(|ink| ink.slot).collect()
    }

    #[test]
    fn known_meanings_keep_their_slot_and_others_take_the_free_ones() {
        assert_eq!(slots(&["I", "II", "III", "taxes"]), [0, 1, 2, 3]);
        assert_eq!(slots(&["x", "II", "y"]), [0, 1, 2]);
        let many: Vec<String> = (0..10).map(|i| i.to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(slots(&many), [0, 1, 2, 3, 4, 5, 6, 7, 0, 1]);
    }

    #[test]
    fn only_the_highlighted_keeps_its_colour() {
        let inks = series_inks(ChartKind::Growth, &["I", "II"], Some("II"));
        assert_eq!((inks[0].main, inks[1].main), (Ink::Quiet, Ink::Series(HIGHLIGHTED + 1)));
        let inks = series_inks(ChartKind::Growth, &["I", "II"], Some("none"));
        assert_eq!(inks[0].main, Ink::Series(0));
    }
}
