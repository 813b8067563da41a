// Cargo as every tool here calls it.
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { probe, run } from "./steps.mjs";

export const WASM_TARGET = "wasm32-unknown-unknown";

const cargoHome = process.env.CARGO_HOME ?? join(homedir(), ".cargo");

// rustup's installer adds its folder only to shells that are started later.
process.env.PATH += `${delimiter}${join(cargoHome, "bin")}`;

/** `--locked`: what is built is what Cargo.lock says, here as anywhere. */
export async function cargo(command, ...args) {
  const env = { ...process.env, ...(await wasmFlags()) };
  return run("cargo", [command, "--locked", ...args], { env });
}

// Panic messages hold the paths of sources, those of the standard library too
// where its sources are installed. Without this machine's folders in them, the
// module and the hash in its name are the same whoever builds it.
async function wasmFlags() {
  const sysroot = await probe("rustc", ["--print", "sysroot"]);
  const prefixes = [
    [join(cargoHome, "registry", "src"), "crates"],
    [join(sysroot ?? "", "lib", "rustlib", "src", "rust"), "rust"],
  ];
  const flags = prefixes.map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
  return { CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: flags.join(" ") };
}
