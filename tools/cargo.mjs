// Cargo as every tool here calls it.
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { run } from "./steps.mjs";

export const WASM_TARGET = "wasm32-unknown-unknown";

const cargoHome = process.env.CARGO_HOME ?? join(homedir(), ".cargo");

// rustup's installer adds its folder only to shells that are started later.
process.env.PATH += `${delimiter}${join(cargoHome, "bin")}`;

/** `--locked`: what is built is what Cargo.lock says, here as anywhere. */
export function cargo(command, ...args) {
  return run("cargo", [command, "--locked", ...args], { env: { ...process.env, ...wasmFlags() } });
}

// Panic messages hold the paths of sources. Without the home folder in them, the
// module and the hash in its name are the same whoever builds it.
function wasmFlags() {
  const flags = `--remap-path-prefix=${join(cargoHome, "registry", "src")}=crates`;
  return { CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: flags };
}
