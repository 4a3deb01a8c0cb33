//! One open page, with the things that a person does and notices.

use std::path::Path;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::{By, WebDriver};

use crate::Told;

/// How long a page may take, and how often it is looked for, in milliseconds.
const LOADING: u64 = 15_000;
const POLL: u64 = 50;

/// Tall enough that most pages fit; the width is what tests vary.
const HEIGHT: u32 = 900;

/// A part that scrolls or clips by itself is not the page's fault, nor is what stands in it.
const OVERFLOW: &str = r"
const width = window.innerWidth;
const holder = (element) => {
  const position = getComputedStyle(element).position;
  // What is placed absolutely escapes a scrolling box that is not itself positioned.
  return position === 'fixed' ? null : position === 'absolute' ? element.offsetParent : element.parentElement;
};
const kept = (element) => {
  for (let at = holder(element); at && at !== document.body && at !== document.documentElement; at = holder(at)) {
    if (getComputedStyle(at).overflowX !== 'visible') return true;
  }
  return false;
};
const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((part) => '.' + part).join('');
const wide = [...document.body.querySelectorAll('*')]
  .filter((element) => element.getBoundingClientRect().right > width + 0.5 && !kept(element));
const inmost = wide.filter((element) => ![...element.children].some((child) => wide.includes(child)));
return { pixels: Math.round(document.scrollingElement.scrollWidth - width), parts: [...new Set(inmost.map(name))].slice(0, 5) };
";

/// How far a page reaches beyond the window.
#[derive(Debug, Deserialize)]
pub struct Overflow {
    /// By how many pixels.
    pub pixels: i64,
    /// The inmost parts that reach out.
    pub parts: Vec<String>,
}

impl std::fmt::Display for Overflow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} pixels too wide: {}", self.pixels, self.parts.join(", "))
    }
}

/// A page in the browser.
#[derive(Debug, Clone)]
pub struct Page {
    pub(crate) session: WebDriver,
}

impl Page {
    pub(crate) fn new(session: WebDriver) -> Self {
        Self { session }
    }

    /// Goes to an address.
    ///
    /// # Errors
    /// When the browser cannot load it.
    pub async fn open(&self, address: &str) -> Told {
        self.session.goto(address).await?;
        Ok(())
    }

    /// Makes the window so many pixels wide. Also narrower than a real window can be: a phone at 400 % zoom is 320.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn set_width(&self, pixels: u32) -> Told {
        let size = json!({ "width": pixels, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": false });
        self.session.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// Pretends what media queries ask about: `prefers-color-scheme`, `prefers-reduced-motion`, `forced-colors`.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn prefer(&self, feature: &str, value: &str) -> Told {
        let wish = json!({ "features": [{ "name": feature, "value": value }] });
        self.session.cdp().send_raw("Emulation.setEmulatedMedia", wish).await?;
        Ok(())
    }

    /// Switches scripts off, as many phones and all printers do.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn without_scripts(&self) -> Told {
        self.session.cdp().send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        Ok(())
    }

    /// The title in the browser's tab.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn title(&self) -> Told<String> {
        Ok(self.session.title().await?)
    }

    /// The address that stands in the address line now.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn address(&self) -> Told<String> {
        Ok(self.session.current_url().await?.to_string())
    }

    /// The text that can be seen in the part that the selector names.
    ///
    /// # Errors
    /// When there is no such part.
    pub async fn text_of(&self, selector: &str) -> Told<String> {
        Ok(self.session.find(By::Css(selector)).await?.text().await?)
    }

    /// How many parts the selector names.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn count(&self, selector: &str) -> Told<usize> {
        Ok(self.session.find_all(By::Css(selector)).await?.len())
    }

    /// Clicks the first part that the selector names.
    ///
    /// # Errors
    /// When there is none, or it cannot be clicked.
    pub async fn click(&self, selector: &str) -> Told {
        let part = self.session.find(By::Css(selector)).await?;
        part.scroll_into_view().await?;
        part.click().await?;
        Ok(())
    }

    /// The value of an attribute of the first part that the selector names, if there is such a part and it has it.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn attribute(&self, selector: &str, name: &str) -> Told<Option<String>> {
        match self.session.find_all(By::Css(selector)).await?.first() {
            Some(part) => Ok(part.attr(name).await?),
            None => Ok(None),
        }
    }

    /// Goes back, as the browser's own button does.
    ///
    /// # Errors
    /// When there is nothing to go back to.
    pub async fn back(&self) -> Told {
        self.session.back().await?;
        Ok(())
    }

    /// Follows the link with exactly this text, and waits for the page behind it.
    ///
    /// # Errors
    /// When there is no such link, or it leads nowhere.
    pub async fn follow(&self, text: &str) -> Told {
        self.leave(By::LinkText(text)).await
    }

    /// Presses the button that the selector names, and waits for the page behind it.
    ///
    /// # Errors
    /// When there is no such button, or no other page comes.
    pub async fn press(&self, selector: &str) -> Told {
        self.leave(By::Css(selector)).await
    }

    /// Clicks and waits until another page stands in the place of this one.
    async fn leave(&self, by: By) -> Told {
        let here = self.session.find(By::Tag("html")).await?;
        let part = self.session.find(by).await?;
        part.scroll_into_view().await?;
        part.click().await?;
        for _ in 0..LOADING / POLL {
            // The old page is gone, and the new one is there with all it has.
            let gone = here.tag_name().await.is_err();
            if gone && self.ask("return document.readyState").await.is_ok_and(|state| state == "complete") {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(POLL)).await;
        }
        Err(format!("no other page came in {LOADING} milliseconds; still at {}", self.address().await?).into())
    }

    /// Writes into the field that the selector names, in place of what stood there.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn write(&self, selector: &str, text: &str) -> Told {
        let field = self.session.find(By::Css(selector)).await?;
        field.clear().await?;
        field.send_keys(text).await?;
        Ok(())
    }

    /// By how many pixels the page is wider than the window, and through which parts; `None` when nobody has to scroll
    /// sideways.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn overflow(&self) -> Told<Option<Overflow>> {
        let found: Overflow = serde_json::from_value(self.ask(OVERFLOW).await?)?;
        Ok((found.pixels > 0).then_some(found))
    }

    /// What the browser complained about since it was last asked: a refused script, a missing file, a broken policy.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn complaints(&self) -> Told<Vec<String>> {
        Ok(self.session.browser_log().await?.into_iter().map(|entry| entry.message).collect())
    }

    /// How many pages of paper the page takes.
    ///
    /// # Errors
    /// When the browser cannot print it.
    pub async fn printed_pages(&self) -> Told<usize> {
        let paper = self.session.print_page(PrintParameters::default()).await?;
        let marks: [&[u8]; 2] = [b"/Type /Page\n", b"/Type /Page/"];
        Ok(marks.iter().map(|mark| paper.windows(mark.len()).filter(|bytes| bytes == mark).count()).sum())
    }

    /// Stores a picture of what is seen.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub async fn picture(&self, path: &Path) -> Told {
        self.session.screenshot(path).await?;
        Ok(())
    }

    /// Runs a script in the page and gives back what it returns.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn ask(&self, script: &str) -> Told<Value> {
        Ok(self.session.execute(script, Vec::new()).await?.json().clone())
    }
}
