//! Areas, their criteria and bins of areas, as they are said.
//!
//! Their rows are the bins, then the areas, both in the order of the document:
//! `Key::row` counts them so. Of an area `Key::period` 0 is the whole, then come
//! its criteria. Behind them stands a row for each set, of what its areas have in
//! common, from 1.

mod csv;
mod summary;
mod table;
mod tip;

pub(super) use csv::csv;
pub(super) use summary::summary;
pub(super) use table::table;
pub(super) use tip::tip;

#[cfg(test)]
mod tests {
    use crate::input::Tree;
    use crate::locale::Locale;
    use crate::model::{self, ChartKind};

    #[test]
    fn the_highlighted_area_is_told_first() {
        let document = r#"{ "version": 1, "place": "Huyện", "ntm": { "period": "2023",
            "criteria": "urban-2022", "areas": [
                { "code": "1", "name": "A", "met": "all" },
                { "code": "2", "name": "B", "met": 7, "level": "urban", "since": "2022" }
            ] } }"#;
        let tree = Tree::from_json(document).expect("JSON");
        let (dataset, kind) = model::read(&tree, None).expect("a right document");
        assert_eq!(kind, ChartKind::NtmCriteria);
        let summary = |highlight| super::super::summary(&dataset, kind, highlight, &Locale::VI);
        let told = "2023). B 7/9\u{A0}tiêu chí, Đô thị văn minh, 2022. A 9/9";
        assert!(summary(Some("2")).contains(told), "{}", summary(Some("2")));
        assert!(summary(Some("none")).contains("2023). A 9/9"));
    }
}
