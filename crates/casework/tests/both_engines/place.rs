//! A folder for the documents of a test, gone afterwards.

use std::path::{Path, PathBuf};
use std::time::Duration;

use casework::House;
use casework::document::Contents;
use jiff::Timestamp;
use storage::Ids as _;

use crate::world::{Counted, World};

pub struct Place(pub PathBuf);

impl Place {
    pub fn new() -> Self {
        Self(std::env::temp_dir().join(format!("kotopolku-documents-{}", Counted.next(Timestamp::UNIX_EPOCH))))
    }

    pub async fn contents(&self) -> Contents {
        Contents::open(&format!("folder:{}", self.0.display())).await.expect("the folder opens")
    }

    /// The world's house, with its documents here.
    pub async fn house(&self, world: &World) -> House {
        world.house.clone().keeping(self.contents().await)
    }

    /// Another node.
    pub async fn another(&self, world: &World) -> House {
        world.another().await.keeping(self.contents().await)
    }

    /// The files in a folder within.
    pub fn files(&self, folder: &str) -> Vec<PathBuf> {
        let listed = std::fs::read_dir(self.0.join(folder)).expect("the folder is there");
        listed.map(|entry| entry.expect("it can be read").path()).collect()
    }

    /// The contents that lie in their place.
    pub fn kept(&self) -> Vec<PathBuf> {
        let shelves =
            self.files(".").into_iter().filter(|path| !path.ends_with("incoming") && !path.ends_with("aside"));
        let within = |path: &PathBuf| std::fs::read_dir(path).expect("a folder").map(|e| e.expect("it").path());
        shelves
            .flat_map(|shelf| within(&shelf).collect::<Vec<_>>())
            .flat_map(|shelf| within(&shelf).collect::<Vec<_>>())
            .collect()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// Makes a file as if it had been put there so long ago.
pub fn aged(path: &Path, by: Duration) {
    let file = std::fs::File::options().write(true).open(path).expect("it opens");
    let now = file.metadata().expect("it is read").modified().expect("its time");
    file.set_modified(now - by).expect("it is older now");
}

/// A PDF, as far as its first bytes go, of so many bytes: different ones for each size.
pub fn pdf(size: usize) -> Vec<u8> {
    let mut bytes = format!("%PDF-1.7\n%{size}\n").into_bytes();
    let mut state = size as u64 | 1;
    while bytes.len() < size {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        bytes.extend(state.to_be_bytes());
    }
    bytes.truncate(size);
    bytes
}
