//! Puts the shipped register into the binary: every `.toml` and `.csv` below `register/`, by its path.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let manifest = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let root = manifest.join("../../register").canonicalize()?;
    println!("cargo::rerun-if-changed={}", root.display());

    let mut files = Vec::new();
    collect(&root, &root, &mut files)?;
    files.sort();

    let mut list = String::from(
        "/// Path below `register/` and text of every shipped file.\npub static SHIPPED: &[(&str, &str)] = &[\n",
    );
    for path in &files {
        let name = path.to_string_lossy().replace('\\', "/");
        let full = root.join(path);
        writeln!(list, "    ({name:?}, include_str!({:?})),", full.display().to_string()).map_err(io::Error::other)?;
    }
    list.push_str("];\n");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?).join("shipped.rs");
    fs::write(out, list)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path.extension().is_some_and(|end| end == "toml" || end == "csv") {
            files.push(path.strip_prefix(root).map_err(io::Error::other)?.to_path_buf());
        }
    }
    Ok(())
}
