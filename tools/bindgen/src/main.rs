//! Writes the JavaScript bindings of a compiled module:
//! `district-charts-bindgen <module.wasm> <folder> [--names]`.

mod cut;

use std::{env, error::Error};
use walrus::{Module, ModuleConfig};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [path, folder, options @ ..] = arguments.as_slice() else {
        return Err("usage: district-charts-bindgen <module.wasm> <folder> [--names]".into());
    };
    // A profile names the functions.
    let names = options.iter().any(|option| option == "--names");
    Bindgen::new()
        .input_module("district_charts", read(path, names)?)
        .web(true)?
        .typescript(true)
        // The page always passes the module's hashed address itself.
        .omit_default_module_path(true)
        // After a trap the page starts the module anew, by `__wbg_reset_state`.
        .reset_state_function(true)
        .generate(folder)?;
    Ok(())
}

/// The module, without what nobody reads.
fn read(path: &str, names: bool) -> Result<Module, Box<dyn Error>> {
    let mut module = ModuleConfig::new()
        // As its bindings' own reader has it.
        .strict_validate(false)
        .generate_name_section(names)
        .generate_producers_section(false)
        .parse_file(path)?;
    cut::cut(&mut module);
    Ok(module)
}
