//! Documents in a store that speaks S3: moto, a real HTTP server, which `scripts/install s3` brings from PyPI. Where it
//! is not there, the test says that it was not tried. It is a stand-in: it checks neither signatures nor limits of size.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use casework::document::contents::Changed;
use casework::document::{Contents, Refusal};
use object_store::aws::AmazonS3Builder;
use object_store::path::Path;
use object_store::{ObjectStoreExt as _, PutPayload};
use tokio::io::AsyncReadExt as _;

use crate::document::{a_case, offered, read, refusal};
use crate::place::pdf;
use crate::world::World;
use casework::post::Acting;

const ENDPOINT: &str = "AWS_ENDPOINT_URL";

/// The server, ended with the test.
struct Moto(Child, SocketAddr);

impl Moto {
    fn start() -> Option<Self> {
        let free = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its number");
        let said = Command::new("moto_server")
            .args(["-H", "127.0.0.1", "-p", &free.port().to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(child) = said else {
            eprintln!("there is no `moto_server` (scripts/install s3 brings it): S3 was not tried");
            return None;
        };
        let moto = Self(child, free);
        let begun = Instant::now();
        while !moto.make_bucket() {
            assert!(begun.elapsed() < Duration::from_secs(60), "the server does not answer");
            std::thread::sleep(Duration::from_millis(100));
        }
        Some(moto)
    }

    fn make_bucket(&self) -> bool {
        let Ok(mut line) = TcpStream::connect(self.1) else { return false };
        let asked = format!(
            "PUT /papers HTTP/1.1\r\nHost: {}\r\nAuthorization: AWS4-HMAC-SHA256 Credential=a/20240101/us-east-1/s3/\
            aws4_request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            self.1
        );
        let mut answer = String::new();
        line.write_all(asked.as_bytes()).is_ok()
            && line.read_to_string(&mut answer).is_ok()
            && answer.starts_with("HTTP/1.1 200")
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// The library takes its address and credentials from the environment, so the test itself is a process of its own.
#[test]
fn documents_lie_in_a_bucket() {
    let Some(moto) = Moto::start() else { return };
    let done = Command::new(std::env::current_exe().expect("this test's program"))
        .args(["--exact", "document_bucket::lies_in_a_bucket", "--ignored", "--nocapture"])
        .env(ENDPOINT, format!("http://{}", moto.1))
        .envs([("AWS_ALLOW_HTTP", "true"), ("AWS_REGION", "us-east-1")])
        .envs([("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b")])
        .output()
        .expect("the child starts");
    let said = String::from_utf8_lossy(&done.stdout);
    let faults = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && said.contains("1 passed"), "{said}\n{faults}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the child of documents_lie_in_a_bucket"]
async fn lies_in_a_bucket() {
    if std::env::var(ENDPOINT).is_err() {
        return;
    }
    let world = World::sqlite("2024-06-03T09:00:00+03:00").await.expect("a file");
    let contents = Contents::open("s3://papers/kotopolku/trial").await.expect("it opens");
    let house = world.house.clone().keeping(contents.clone());
    let by_hand = AmazonS3Builder::from_env().with_bucket_name("papers").build().expect("it opens");
    let (expert, case) = a_case(&world).await;
    house.set_largest_document(&Acting::operator(), 20 << 20).await.expect("it is set");

    // Less than a part, exactly a part, more than two.
    let mut added = Vec::new();
    for size in [1000, 8 << 20, (17 << 20) + 1] {
        let one = house.add_document(&expert, case, offered("a.pdf"), &pdf(size)[..]).await.expect("it is added");
        assert!(read(&house, &expert, one.document, None).await.expect("it is right") == pdf(size), "{size}");
        added.push(one);
    }
    let too_large = house.add_document(&expert, case, offered("a.pdf"), &pdf((20 << 20) + 1)[..]).await;
    assert_eq!(refusal(too_large), Refusal::TooLarge { limit: 20 << 20 });
    assert_eq!(refusal(house.add_document(&expert, case, offered("a.pdf"), &b""[..]).await), Refusal::Empty);
    let found = house.verify_documents(&Acting::operator(), |_| ()).await.expect("it is verified");
    assert_eq!((found.right, found.faulty.len(), found.orphaned.len(), found.incoming.len()), (3, 0, 0, 0));

    // Changed and removed behind our back.
    let at = |hash: &str| Path::from(format!("kotopolku/trial/{}/{}/{hash}", &hash[..2], &hash[2..4]));
    let (small, large) = (&added[0], &added[2]);
    by_hand.put(&at(&small.version.hash), PutPayload::from(pdf(999))).await.expect("it is spoiled");
    by_hand.delete(&at(&large.version.hash)).await.expect("it is gone");
    let fault = read(&house, &expert, small.document, None).await.expect_err("it is told");
    assert!(fault.get_ref().is_some_and(|inner| inner.is::<Changed>()), "{fault}");
    let missing = refusal(house.document(&expert, large.document, None).await);
    assert_eq!(missing, Refusal::Missing { hash: large.version.hash.clone() });
    let found = house.verify_documents(&Acting::operator(), |_| ()).await.expect("it is verified");
    assert_eq!((found.right, found.faulty.len()), (1, 2));
    for size in [1000, (17 << 20) + 1] {
        house.add_document(&expert, case, offered("b.pdf"), &pdf(size)[..]).await.expect("it is mended");
    }
    assert!(house.verify_documents(&Acting::operator(), |_| ()).await.expect("it is verified").is_whole());

    // Nothing is old enough to be swept; what lies aside is found.
    let orphan = contents.take(&pdf(2000)[..], 10_000, "orphan").await.expect("it is taken");
    let swept = house.sweep_documents(&Acting::operator(), Duration::from_secs(3600)).await.expect("swept");
    assert_eq!(swept, casework::document::Swept::default());
    let aside = Path::from(format!("kotopolku/trial/aside/{}", orphan.hash));
    by_hand.rename(&at(&orphan.hash), &aside).await.expect("it is set aside");
    let mut bytes = Vec::new();
    let mut reader = contents.read(&orphan).await.expect("it is asked").expect("it is found aside");
    reader.read_to_end(&mut bytes).await.expect("it is right");
    assert!(bytes == pdf(2000));
    assert_eq!(house.verify_documents(&Acting::operator(), |_| ()).await.expect("verified").orphaned, [orphan.hash]);
}
