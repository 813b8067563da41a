//! What several test files share; none asks for all of it.
#![allow(dead_code)]

pub mod corpus;
pub mod invariants;
pub mod labels;
pub mod record;
pub mod strategies;
