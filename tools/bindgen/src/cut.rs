//! Cuts out of a compiled module what only writes messages that nobody reads.
//!
//! A panic stops the module, and its message goes nowhere: WebAssembly has no
//! console. But the standard library comes compiled, with all that writes it.

use rustc_demangle::demangle;
use walrus::{FunctionKind, Module};

/// Ends of the names of functions that only panic.
const PANICS: &[&str] = &[
    "_fail",
    "_fail_rt",
    "_failed",
    "capacity_overflow",
    "handle_alloc_error",
    "handle_error",
    "rust_begin_unwind",
];

/// Writing a float at all links this too, which rounds it to a count of
/// decimals. Nothing here asks for one: `locale` writes numbers itself.
const NEVER_CALLED: &str = "core::fmt::float::float_to_decimal_common_exact";

/// Functions whose text goes into an error that is only told from success.
const UNREAD: &[&str] =
    &["core::fmt::Debug>::fmt", "<serde_core::de::Unexpected as core::fmt::Display>::fmt"];

pub fn cut(module: &mut Module) {
    for function in module.funcs.iter_mut() {
        // “#” leaves out the hashes.
        let name = format!("{:#}", demangle(function.name.as_deref().unwrap_or_default()));
        let answers = !module.types.results(function.ty()).is_empty();
        let FunctionKind::Local(local) = &mut function.kind else { continue };
        let mut body = local.builder_mut().func_body();
        if name.starts_with(NEVER_CALLED) || (is_panic(&name) && !answers) {
            body.instrs_mut().clear();
            body.unreachable();
        } else if UNREAD.iter().any(|end| name.ends_with(end)) {
            body.instrs_mut().clear();
            // `Ok(())`.
            body.i32_const(0);
        }
    }
}

/// Whether a function of the standard library is named as one that only panics.
fn is_panic(name: &str) -> bool {
    let path = name.trim_start_matches('<');
    let is_standard =
        ["core::", "alloc::", "std::", "__rustc::"].iter().any(|own| path.starts_with(own));
    let without_types = name.split("::<").next().unwrap_or(name);
    let own = without_types.rsplit("::").next().unwrap_or(without_types);
    is_standard && (own.starts_with("panic") || PANICS.iter().any(|end| own.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panics_are_known_by_name() {
        for name in [
            "core::panicking::panic",
            "core::panicking::panic_const::panic_const_div_by_zero",
            "core::panicking::assert_failed::<usize, usize>",
            "<alloc::vec::Vec<_, _>>::remove::assert_failed",
            "core::str::slice_error_fail",
            "core::option::unwrap_failed",
            "__rustc::rust_begin_unwind",
        ] {
            assert!(is_panic(name), "{name}");
        }
        for name in [
            "std::panicking::panic_count::increase",
            "<alloc::string::String>::push",
            "<core::option::Option<core::panicking::panic>>::map",
            "wasm_bindgen::throw_str",
            "district_charts::panics_failed",
        ] {
            assert!(!is_panic(name), "{name}");
        }
    }
}
