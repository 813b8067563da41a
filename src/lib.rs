//! Charts that draw the figure that was published.

#[cfg(target_arch = "wasm32")]
mod wasm;
