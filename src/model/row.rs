//! Reads rows: an id, a name, and a figure for each period.

use super::figure::Range;
use super::read::{Object, Reader, excerpt};
use super::{Figure, Row, Text};
use crate::error::{Counted, Expected, Problem};
use crate::input::Tree;
use crate::order::order;

impl Reader {
    /// The id of a row, and its name where the id brings none.
    pub(super) fn named(
        &mut self,
        object: Object<'_>,
        built_in: &'static [&'static str],
    ) -> Option<(String, Option<Text>)> {
        let id = self.required(object, "id", Reader::string);
        let name = self.optional(object, "name", Reader::text);
        let id = id?;
        if object.get("name").is_none() && !built_in.contains(&id.as_str()) {
            self.error(Problem::NameNeeded { id: excerpt(&id), built_in });
        }
        Some((id, name))
    }

    /// A row of `periods` figures. `object` is known to be one.
    pub(super) fn row(
        &mut self,
        object: Object<'_>,
        (id, name): (String, Option<Text>),
        periods: usize,
        range: Range,
    ) -> Row {
        let values = match object.get("values") {
            Some(tree) => self.at("values", |reader| reader.figures(tree, periods, range)),
            None => {
                self.missing("values");
                Vec::new()
            }
        };
        Row { id, name, values, annotation: self.annotation(object) }
    }

    /// As many figures as there are periods.
    pub(super) fn figures(&mut self, tree: &Tree, periods: usize, range: Range) -> Vec<Figure> {
        let Tree::List(items) = tree else {
            self.wrong_type(Expected::Array, tree);
            return Vec::new();
        };
        // Without any right period the count of figures says nothing new.
        if periods > 0 && items.len() != periods {
            self.error(Problem::Length { found: items.len(), periods });
        }
        items
            .iter()
            .enumerate()
            .map(|(index, item)| self.at_index(index, |reader| reader.figure(item, range)))
            .collect()
    }

    /// Reports what stands twice under `key` in the entries of `list`.
    pub(super) fn unique(&mut self, object: Object<'_>, list: &'static str, key: &'static str) {
        if let Some(Tree::List(items)) = object.get(list) {
            self.at(list, |reader| reader.unique_items(items, key));
        }
    }

    /// Reports what stands twice under `key` in the entries of the list at hand.
    pub(super) fn unique_items(&mut self, items: &[Tree], key: &'static str) {
        let mut ids: Vec<(&str, usize)> = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            if let Some(Tree::String(id)) = item.get(key) {
                ids.push((id.trim(), index));
            }
        }
        // Sorted, so that twenty thousand are no work either.
        let id = |index: usize| ids.get(index).map_or("", |own| own.0);
        let sorted = order(ids.len(), &|a, b| id(a).cmp(id(b)));
        let mut stands_above = vec![false; ids.len()];
        for pair in sorted.windows(2) {
            if let [earlier, later] = *pair
                && id(earlier) == id(later)
                && let Some(stands_above) = stands_above.get_mut(later)
            {
                *stands_above = true;
            }
        }
        for (&(id, index), _) in ids.iter().zip(&stands_above).filter(|(_, above)| **above) {
            let value = excerpt(id);
            self.at_index(index, |reader| {
                reader.at(key, |reader| reader.error(Problem::Duplicate { value }));
            });
        }
    }
}

pub(super) const MAX_SERIES: (usize, Counted) = (5_000, Counted::Series);
