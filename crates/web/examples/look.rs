//! Serves the pages on a fixed day, for looking at them: `cargo run -p web --example look -- 127.0.0.1:8099 2026-03-01`.
//! The product itself is served by `kotopolku serve`.

use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let listen: SocketAddr = given.next().as_deref().unwrap_or("127.0.0.1:8099").parse()?;
    let today = given.next().as_deref().unwrap_or("2026-03-01").parse()?;
    let state = web::State {
        clock: Arc::new(web::shell::Fixed(today)),
        register: Arc::new(register::Register::shipped().clone()),
        demonstration: false,
        desk: false,
    };
    web::serve(state, listen, std::future::pending()).await?;
    Ok(())
}
