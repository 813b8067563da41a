//! The built-in width table.
