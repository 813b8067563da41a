//! Scales: from a figure to a place, and the ticks beside it.

/// A linear scale from a domain to a range, both finite.
///
/// ```
/// use district_charts::scale::Linear;
/// let y = Linear::new((0.0, 5.0), (250.0, 0.0));
/// assert_eq!(y.at(0.0), 250.0);
/// assert_eq!(y.at(2.5), 125.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Linear {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Linear {
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Linear { domain, range }
    }

    /// The place of a value; the middle of the range where the domain is a
    /// single point.
    pub fn at(&self, value: f64) -> f64 {
        let extent = self.domain.1 - self.domain.0;
        let share = if extent == 0.0 { 0.5 } else { (value - self.domain.0) / extent };
        self.range.0 + share * (self.range.1 - self.range.0)
    }
}

/// Ticks from zero: round numbers at even steps, the last not below the
/// largest figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ticks {
    /// 1, 2 or 5 times a power of ten.
    pub step: f64,
    /// Steps above zero; at least 1.
    pub count: u32,
    /// Decimals that it takes to write a tick.
    pub decimals: u8,
}

impl Ticks {
    /// Ticks for figures from 0 to `largest` (finite, not negative), at most
    /// `most` above zero.
    pub fn up_to(largest: f64, most: u32) -> Ticks {
        let largest = if largest > 0.0 { largest } else { 1.0 };
        let mut exponent = -9;
        loop {
            for mantissa in [1.0, 2.0, 5.0] {
                let step = power(mantissa, exponent);
                let count = (largest / step - 1e-9).ceil().max(1.0);
                if count <= f64::from(most.max(1)) {
                    let decimals = (-exponent).clamp(0, 9) as u8;
                    return Ticks { step, count: count as u32, decimals };
                }
            }
            exponent += 1;
        }
    }

    pub fn top(&self) -> f64 {
        self.value(self.count)
    }

    /// The tick `index` steps above zero, without the rounding of a sum.
    pub fn value(&self, index: u32) -> f64 {
        let unit = 10_f64.powi(i32::from(self.decimals));
        (f64::from(index) * self.step * unit).round() / unit
    }
}

fn power(mantissa: f64, exponent: i32) -> f64 {
    // Dividing by a whole power is exact where multiplying by 0.1 is not.
    if exponent < 0 { mantissa / 10_f64.powi(-exponent) } else { mantissa * 10_f64.powi(exponent) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ticks(largest: f64) -> Vec<f64> {
        let ticks = Ticks::up_to(largest, 5);
        (0..=ticks.count).map(|index| ticks.value(index)).collect()
    }

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(ticks(4.47), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(ticks(33.28), [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(ticks(5.0), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(ticks(0.3), [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(ticks(100.0), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(0.0), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
    }

    proptest! {
        #[test]
        fn ticks_cover_every_figure_and_are_nice(largest in prop::num::f64::POSITIVE
            .prop_filter("drawable", |v| (1e-6..1e15).contains(v))) {
            let ticks = Ticks::up_to(largest, 5);
            prop_assert!(ticks.count >= 1 && ticks.count <= 5);
            prop_assert!(ticks.top() >= largest * (1.0 - 1e-9));
            prop_assert!(ticks.top() - ticks.step < largest);
            let mantissa = ticks.step / 10_f64.powf(ticks.step.log10().floor());
            prop_assert!([1.0, 2.0, 5.0].iter().any(|nice| (mantissa - nice).abs() < 1e-6));
        }

        #[test]
        fn a_scale_keeps_order_and_ends(a in -1e6..1e6f64, b in -1e6..1e6f64) {
            let scale = Linear::new((-1e6, 1e6), (300.0, 0.0));
            prop_assert!(a >= b || scale.at(a) >= scale.at(b));
            prop_assert!((0.0..=300.0).contains(&scale.at(a)));
        }
    }
}
