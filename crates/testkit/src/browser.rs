//! A browser for one test: started, handed over, and ended again whatever happens in between.

use std::process::Stdio;

use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{ChromeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::{Fault, Page, Told};

/// Quiet, without a screen, and without a word to anybody outside.
const FLAGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--force-color-profile=srgb",
    "--lang=en-GB",
];

/// Runs a scenario in a browser of its own.
///
/// # Errors
/// When the browser cannot be started, when a page does not do what was asked of it, or when the scenario says so.
pub async fn in_browser<F>(scenario: F) -> Told
where
    F: AsyncFnOnce(Page) -> Told,
{
    // The workspace's reqwest comes without a provider of cryptography and asks for one before it makes any client, even
    // one that speaks plain HTTP to its own machine. Whoever was first has set the same one.
    drop(rustls::crypto::ring::default_provider().install_default());
    let (driver, address) = start_driver().await?;
    let session = WebDriver::new(address, capabilities()?).await?;
    let told = session.run_and_quit(async |session| scenario(Page::new(session)).await).await;
    drop(driver);
    told.map_err(Fault::from)
}

/// Starts `chromedriver` on a port that it chooses itself, and waits until it says which.
async fn start_driver() -> Told<(Child, String)> {
    let mut driver = Command::new("chromedriver")
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|fault| format!("chromedriver could not be started ({fault}): scripts/install brings it"))?;
    let out = driver.stdout.take().ok_or("chromedriver has no output")?;
    let mut lines = BufReader::new(out).lines();
    while let Some(line) = lines.next_line().await? {
        if let Some(port) = line.rsplit_once("on port ").map(|(_, port)| port.trim_end_matches('.'))
            && line.contains("started successfully")
        {
            let address = format!("http://127.0.0.1:{port}");
            // What else it says is read and let go, so that it never waits for a reader.
            tokio::spawn(async move { while matches!(lines.next_line().await, Ok(Some(_))) {} });
            return Ok((driver, address));
        }
    }
    Err("chromedriver ended before it was ready".into())
}

fn capabilities() -> Told<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for flag in FLAGS {
        wanted.add_arg(flag)?;
    }
    wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::Warning)?;
    Ok(wanted)
}
