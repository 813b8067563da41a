// Cargo as every tool here calls it.
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { probe, run } from "./steps.mjs";

export const WASM_TARGET = "wasm32-unknown-unknown";

export const cargoHome = process.env.CARGO_HOME ?? join(homedir(), ".cargo");

// rustup's installer adds its folder only to shells that are started later.
process.env.PATH += `${delimiter}${join(cargoHome, "bin")}`;

const ON_PATH = { cargo: "cargo", rustc: "rustc", linker: "rust-lld" };

// By their paths: those of rustup come first on many.
const OF_DEBIAN = {
  cargo: "/usr/bin/cargo",
  rustc: "/usr/bin/rustc",
  linker: "/usr/bin/wasm-ld-22",
};

/** Whether Rust's own library is there, compiled for WebAssembly; Debian has its sources alone. */
export async function hasWasmLibrary() {
  const folder = await probe("rustc", ["--print", "target-libdir", "--target", WASM_TARGET]);
  return folder !== null && existsSync(folder);
}

async function programs() {
  return (await hasWasmLibrary()) ? ON_PATH : OF_DEBIAN;
}

/** Where the sources of Rust's own library are, or would be. */
export async function librarySources() {
  const sysroot = await probe((await programs()).rustc, ["--print", "sysroot"]);
  return join(sysroot ?? "", "lib", "rustlib", "src", "rust");
}

/** `--locked`: what is built is what Cargo.lock says, here as anywhere. */
export async function cargo(command, ...args) {
  return runCargo("cargo", [command, "--locked", ...args], await withoutFolders());
}

/**
 * Compiles Rust's standard library along: it comes compiled for speed, and with
 * the places of all panics. These options are not stable yet; a stable compiler
 * takes them as one that builds the compiler would.
 */
export async function cargoWithLibrary(command, ...args) {
  const library = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
  const flags = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
    ...(await withoutFolders()),
  ];
  const { cargo, rustc, linker } = await programs();
  const variables = {
    RUSTC_BOOTSTRAP: "1",
    RUSTC: rustc,
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: linker,
  };
  return runCargo(cargo, [command, "--locked", ...args, ...library], flags, variables);
}

// A page pays for all of the stack at once, 1 MB if nothing is said. What documents up
// to the limits take is a tenth of this: none is read deeper than its format goes.
const STACK = "-Clink-arg=-zstack-size=131072";

function runCargo(program, args, wasmFlags, variables = {}) {
  const flags = { CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: [...wasmFlags, STACK].join(" ") };
  return run(program, args, { env: { ...process.env, ...flags, ...variables } });
}

// Panic messages hold the paths of sources, those of the standard library too
// where its sources are installed. Without this machine's folders in them, the
// module and the hash in its name are the same whoever builds it.
async function withoutFolders() {
  const registries = join(cargoHome, "registry", "src");
  // Their names say from where crates came, which is no part of what they are.
  const names = existsSync(registries) ? readdirSync(registries) : [];
  const prefixes = [
    ...names.map((name) => [join(registries, name), "crates"]),
    [await librarySources(), "rust"],
  ];
  return prefixes.map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
}
