//! Reading bytes and holding them against their hash. Until the last of them was found right, the last block is held back:
//! nobody ever has the whole of a file that changed without the error that says so.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use sha2::{Digest as _, Sha256};
use tokio::io::{AsyncRead, ReadBuf};

use super::{Kept, hexadecimal};

/// So many bytes are held back: a file no larger is given out only when all of it was found right.
const BLOCK: usize = 128 * 1024;

/// The bytes are not those that were kept. It is inside the [`io::Error`] that a [`Reader`] ends with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the content {hash} was changed")]
pub struct Changed {
    /// The hash that they should have.
    pub hash: String,
}

/// Bytes of a document.
pub struct Reader {
    source: Box<dyn AsyncRead + Send + Unpin>,
    kept: Kept,
    hash: Sha256,
    read: u64,
    /// The block that is given out.
    given: Vec<u8>,
    /// How much of it was.
    at: usize,
    /// The block that is held back, filling.
    held: Vec<u8>,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Reading,
    Right,
    Wrong,
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("kept", &self.kept).field("state", &self.state).finish_non_exhaustive()
    }
}

impl Reader {
    pub(super) fn new(source: Box<dyn AsyncRead + Send + Unpin>, kept: &Kept) -> Self {
        Self {
            source,
            kept: kept.clone(),
            hash: Sha256::new(),
            read: 0,
            given: Vec::new(),
            at: 0,
            held: Vec::new(),
            state: State::Reading,
        }
    }

    fn changed(&self) -> io::Error {
        io::Error::new(io::ErrorKind::InvalidData, Changed { hash: self.kept.hash.clone() })
    }

    /// One step: reads into the held block; passes it on when it is full, or when the end was reached and all was right.
    fn step(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let filled = self.held.len();
        // A full block is held back at the end: one byte of room tells whether the file has grown.
        self.held.resize(BLOCK.max(filled + 1), 0);
        let mut buffer = ReadBuf::new(self.held.get_mut(filled..).unwrap_or_default());
        let polled = Pin::new(&mut self.source).poll_read(context, &mut buffer);
        let read = buffer.filled().len();
        self.held.truncate(filled + read);
        ready!(polled)?;
        self.hash.update(self.held.get(filled..).unwrap_or_default());
        self.read += u64::try_from(read).unwrap_or(u64::MAX);
        let ended = read == 0;
        let right =
            !ended || (self.read == self.kept.size && hexadecimal(&self.hash.finalize_reset()) == self.kept.hash);
        if self.read > self.kept.size || !right {
            self.state = State::Wrong;
            self.held.clear();
            return Poll::Ready(Err(self.changed()));
        }
        if ended {
            self.state = State::Right;
        }
        if ended || (self.held.len() >= BLOCK && self.read < self.kept.size) {
            std::mem::swap(&mut self.given, &mut self.held);
            self.held.clear();
            self.at = 0;
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncRead for Reader {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, out: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        loop {
            let rest = this.given.get(this.at..).unwrap_or_default();
            if !rest.is_empty() {
                let most = rest.len().min(out.remaining());
                out.put_slice(rest.get(..most).unwrap_or_default());
                this.at += most;
                return Poll::Ready(Ok(()));
            }
            match this.state {
                State::Right => return Poll::Ready(Ok(())),
                State::Wrong => return Poll::Ready(Err(this.changed())),
                State::Reading => ready!(this.step(context))?,
            }
        }
    }
}
