//! How far something long has come, on standard error: one line that is written over on a terminal, a line now and then
//! where it is kept.

use std::io::{IsTerminal as _, Write as _};
use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use tokio::io::{AsyncRead, ReadBuf};

/// So often on a terminal …
const BLINK: Duration = Duration::from_millis(200);
/// … and so often where lines are kept.
const NOW_AND_THEN: Duration = Duration::from_secs(10);

/// A line about how far it has come; taken away when it is dropped.
#[derive(Debug)]
pub struct Line {
    terminal: bool,
    kept: bool,
    shown: Mutex<Option<Instant>>,
}

impl Line {
    /// Only on a terminal.
    pub fn on_terminal() -> Self {
        Self { terminal: std::io::stderr().is_terminal(), kept: false, shown: Mutex::new(None) }
    }

    /// Also where standard error is kept: what takes minutes is followed there.
    pub fn kept() -> Self {
        Self { kept: true, shown: Mutex::new(Some(Instant::now())), ..Self::on_terminal() }
    }

    /// Shows what `text` says, unless something was shown a moment ago.
    pub fn show(&self, text: impl FnOnce() -> String) {
        if !self.terminal && !self.kept {
            return;
        }
        let wait = if self.terminal { BLINK } else { NOW_AND_THEN };
        let Ok(mut shown) = self.shown.lock() else { return };
        if shown.is_some_and(|at| at.elapsed() < wait) {
            return;
        }
        *shown = Some(Instant::now());
        let mut out = std::io::stderr();
        // Who follows it may have gone away: that is no fault.
        let _ = if self.terminal { write!(out, "\r\u{1b}[K{}", text()) } else { writeln!(out, "{}", text()) };
        let _ = out.flush();
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.terminal && self.shown.lock().is_ok_and(|shown| shown.is_some()) {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}

/// Bytes that are counted as they are read.
#[derive(Debug)]
pub struct Counted<R, F> {
    inner: R,
    read: u64,
    told: F,
}

impl<R, F: FnMut(u64)> Counted<R, F> {
    /// `told` hears how many were read, after each piece.
    pub fn new(inner: R, told: F) -> Self {
        Self { inner, read: 0, told }
    }
}

impl<R: AsyncRead + Unpin, F: FnMut(u64) + Unpin> AsyncRead for Counted<R, F> {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<std::io::Result<()>> {
        let this = self.get_mut();
        let before = into.filled().len();
        let polled = Pin::new(&mut this.inner).poll_read(context, into);
        let new = into.filled().len() - before;
        if new > 0 {
            this.read += u64::try_from(new).unwrap_or_default();
            (this.told)(this.read);
        }
        polled
    }
}
