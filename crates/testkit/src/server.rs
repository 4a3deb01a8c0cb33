//! Pages served on a free port of this machine, for as long as a test lasts.

use axum::Router;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::Told;

/// A running server; it ends when it is dropped.
#[derive(Debug)]
pub struct Server {
    root: String,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves these pages.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn start(pages: Router) -> Told<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let root = format!("http://{}", listener.local_addr()?);
        let task = tokio::spawn(async move {
            if let Err(fault) = axum::serve(listener, pages).await {
                eprintln!("the server of the test ended: {fault}");
            }
        });
        Ok(Self { root, task })
    }

    /// The whole address of a path: `/sv/who`.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
