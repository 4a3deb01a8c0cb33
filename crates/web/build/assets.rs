//! Lists `assets/` with the hash of each file's content in its address.

use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};

/// The constants of `src/shell/assets.rs`: one `Asset` per file with a suffix the browser is served.
pub fn generate(folder: &Path) -> Result<String, String> {
    let mut names = Vec::new();
    let entries = std::fs::read_dir(folder).map_err(|problem| format!("{}: {problem}", folder.display()))?;
    for entry in entries {
        let entry = entry.map_err(|problem| format!("{}: {problem}", folder.display()))?;
        names.push(entry.path());
    }
    names.sort();
    let mut code = String::from("/// Every file that is served, with its address.\npub const ASSETS: &[Asset] = &[\n");
    for path in names {
        let Some((stem, suffix)) =
            path.file_name().and_then(|name| name.to_str()).and_then(|name| name.rsplit_once('.'))
        else {
            continue;
        };
        let kind = match suffix {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml",
            // Licence notes and the like lie beside the files but are not served.
            _ => continue,
        };
        let content = std::fs::read(&path).map_err(|problem| format!("{}: {problem}", path.display()))?;
        let hash: String = Sha256::digest(&content).iter().take(6).fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        let _ = writeln!(
            code,
            "    Asset {{ name: {:?}, address: {:?}, kind: {kind:?}, etag: {:?}, content: include_bytes!({:?}) }},",
            format!("{stem}.{suffix}"),
            format!("/assets/{stem}-{hash}.{suffix}"),
            format!("\"{hash}\""),
            path.display().to_string(),
        );
    }
    code.push_str("];\n");
    Ok(code)
}
