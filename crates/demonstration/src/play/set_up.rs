//! Posts and accounts, set up before the first day.

use std::collections::BTreeMap;

use casework::House;
use casework::account::NewAccount;
use casework::post::{Acting, NewPost};
use jiff::civil::{Date, date};

use super::{Error, Made};
use crate::source::{Fault, Source};

/// A post that was set up.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub id: String,
    pub function: String,
    pub from: Date,
    pub until: Option<Date>,
}

/// Sets them up; the posts by organ.
pub(crate) async fn set_up(house: &House, source: &Source) -> Result<(BTreeMap<String, Vec<Known>>, Made), Error> {
    let operator = Acting::operator();
    let mut made = Made::default();
    let mut known: BTreeMap<String, Vec<Known>> = BTreeMap::new();
    for post in &source.posts {
        let missing = |_| Fault { file: "posts.toml", what: format!("the register has no organ `{}`", post.organ) };
        let organ = house.register.organ(&post.organ).map_err(missing)?;
        let period = house.register.resolved.organs.at(organ).period;
        let from = post.from.unwrap_or_else(|| period.from.unwrap_or_default().max(date(2021, 1, 1)));
        let until = post.until.or(period.until);
        let new = NewPost {
            id: post.id.clone(),
            organ: post.organ.clone(),
            function: post.function.clone(),
            title: post.title.clone(),
            from,
            until,
        };
        house.add_post(&operator, &new).await?;
        made.posts += 1;
        let one = Known { id: post.id.clone(), function: post.function.clone(), from, until };
        known.entry(post.organ.clone()).or_default().push(one);
    }
    for account in &source.accounts {
        let new =
            NewAccount { login: account.login.clone(), name: account.name.clone(), language: account.language.clone() };
        house.add_account(&operator, &new).await?;
        for post in &account.posts {
            house.give_post(&operator, &account.login, post).await?;
        }
        made.accounts += 1;
    }
    Ok((known, made))
}
