//! Writes the JavaScript bindings of a compiled module:
//! `district-charts-bindgen <module.wasm> <folder>`.

use std::{env, error::Error};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, folder] = arguments.as_slice() else {
        return Err("usage: district-charts-bindgen <module.wasm> <folder>".into());
    };
    Bindgen::new()
        .input_path(module)
        .web(true)?
        .typescript(true)
        // The page always passes the module's hashed address itself.
        .omit_default_module_path(true)
        // After a trap the page starts the module anew, by `__wbg_reset_state`.
        .reset_state_function(true)
        .keep_debug(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)?;
    Ok(())
}
