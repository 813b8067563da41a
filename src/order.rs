//! Sorting, compiled once: each use of the standard library's own is larger
//! than all of this file.

use std::cmp::Ordering;

/// The numbers from 0 to `count` in the order of what `compare` compares; of
/// equals the lower one first. A merge sort.
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..count).collect();
    let mut width = 1;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for pair in sorted.chunks(2 * width) {
            let (left, right) = pair.split_at(width.min(pair.len()));
            merge(left, right, compare, &mut merged);
        }
        sorted = merged;
        width *= 2;
    }
    sorted
}

fn merge(
    mut left: &[usize],
    mut right: &[usize],
    compare: &dyn Fn(usize, usize) -> Ordering,
    merged: &mut Vec<usize>,
) {
    // Many lists are in order as they come.
    if let ([.., last], [first, ..]) = (left, right)
        && compare(*first, *last) != Ordering::Less
    {
        merged.extend_from_slice(left);
        left = &[];
    }
    while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
        if compare(*b, *a) == Ordering::Less {
            merged.push(*b);
            right = right_rest;
        } else {
            merged.push(*a);
            left = left_rest;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(values in prop::collection::vec(0u8..20, 0..70)) {
            let mut expected: Vec<usize> = (0..values.len()).collect();
            expected.sort_by_key(|&index| values[index]);
            prop_assert_eq!(order(values.len(), &|a, b| values[a].cmp(&values[b])), expected);
        }
    }
}
