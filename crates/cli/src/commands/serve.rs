//! `kotopolku serve`.

use super::ANSWERED;
use crate::arguments::Serve;
use crate::clock;
use crate::context::{Context, Trouble};
use crate::print::{self, Look, shown};
use std::sync::Arc;

pub fn run(context: Context, command: &Serve) -> Result<u8, Trouble> {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env()
                .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn")),
        )
        .with_writer(std::io::stderr)
        .init();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Trouble::failed(error.to_string()))?;
    let (w, address) = (context.w, command.listen);
    if command.database.is_some() {
        eprintln!("kotopolku: {}", w.cli_no_database());
    }
    let state = web::State { clock: Arc::new(clock::today), register: Arc::new(context.register.into_owned()) };
    runtime.block_on(async move {
        let listener = tokio::net::TcpListener::bind(address)
            .await
            .map_err(|error| Trouble::wrong_use(format!("{address}: {error}"), String::new()))?;
        let bound = listener.local_addr().map_err(|error| Trouble::failed(error.to_string()))?;
        print::say(&shown(Look::Strong, &w.cli_serving(&format!("http://{bound}/"))));
        print::say(w.cli_serving_stop());
        web::serve_on(listener, state, stopped()).await.map_err(|error| Trouble::failed(error.to_string()))
    })?;
    Ok(ANSWERED)
}

/// Ctrl-C, or the signal by which service managers stop a program.
async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(signal) => signal,
        Err(_) => {
            let _ = interrupt.await;
            return;
        }
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}
