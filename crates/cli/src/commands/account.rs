//! `kotopolku account`: who signs in to the pages, and as which posts. The operator's.

use std::io::{IsTerminal as _, Write as _};

use casework::account::{Account as Held, Identity, NewAccount, made_password};
use clap::{Args, Subcommand};
use serde::Serialize;

use super::DONE;
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{Look, say, shown, table};

/// `account`
#[derive(Debug, Subcommand)]
pub enum Account {
    /// Make an account; it has no password and no post yet
    Add {
        /// The name to sign in with, for instance anna.example
        login: String,
        /// Whose it is
        #[arg(long)]
        name: String,
        /// The language of the pages after signing in: sv, fi or en
        #[arg(long, default_value = "fi")]
        language: String,
    },
    /// List the accounts
    List,
    /// Close an account: its sessions end at once, and it is never opened again
    Close {
        /// The name to sign in with
        login: String,
    },
    /// As which posts an account may act
    #[command(subcommand)]
    Post(AccountPost),
    /// Set a password, the first or in the place of a forgotten one; its sessions end
    Password {
        /// The name to sign in with
        login: String,
        /// Make one by chance and show it once; else it is asked for, or read from standard input
        #[arg(long)]
        make: bool,
    },
    /// Bind an account to who somebody is at a provider of sign-ins, so that they can sign in there
    Bind {
        /// The name to sign in with
        login: String,
        /// Who they are there
        #[command(flatten)]
        identity: AccountIdentity,
    },
    /// Take such a bond away; the sessions of the account end
    Unbind {
        /// The name to sign in with
        login: String,
        /// Who they were there
        #[command(flatten)]
        identity: AccountIdentity,
    },
    /// List what an account is bound to
    Identities {
        /// The name to sign in with
        login: String,
    },
    /// The second factor of an account
    #[command(subcommand)]
    SecondFactor(AccountFactor),
    /// The sessions of an account
    #[command(subcommand)]
    Sessions(AccountSessions),
}

/// Who somebody is at a provider
#[derive(Debug, Args)]
pub struct AccountIdentity {
    /// The provider's issuer, to the letter, as https://login.example/forssa
    #[arg(long, value_name = "ADDRESS")]
    issuer: String,
    /// The provider's name for them (`sub`), as it stands on the page that says no account is bound
    #[arg(long, value_name = "TEXT")]
    subject: String,
}

impl AccountIdentity {
    fn identity(&self) -> Identity {
        Identity { issuer: self.issuer.clone(), subject: self.subject.clone() }
    }
}

/// `account post`
#[derive(Debug, Subcommand)]
pub enum AccountPost {
    /// Let an account act as a post
    Add {
        /// The name to sign in with
        login: String,
        /// The post (see `kotopolku post list`)
        post: String,
    },
    /// An account may no longer act as a post; its sessions as that post end
    Remove {
        /// The name to sign in with
        login: String,
        /// The post
        post: String,
    },
}

/// `account second-factor`
#[derive(Debug, Subcommand)]
pub enum AccountFactor {
    /// Take it away from somebody who has lost it; its sessions end
    Reset {
        /// The name to sign in with
        login: String,
    },
}

/// `account sessions`
#[derive(Debug, Subcommand)]
pub enum AccountSessions {
    /// End all of them
    End {
        /// The name to sign in with
        login: String,
    },
}

#[derive(Serialize)]
struct AccountSaid<'a> {
    id: String,
    login: &'a str,
    name: &'a str,
    language: &'a str,
    has_password: bool,
    second_factor: bool,
    posts: &'a [String],
    made_at: String,
    closed_at: Option<String>,
}

fn said(account: &Held) -> AccountSaid<'_> {
    AccountSaid {
        id: account.id.to_string(),
        login: &account.login,
        name: &account.name,
        language: &account.language,
        has_password: account.has_password,
        second_factor: account.second_factor,
        posts: &account.posts,
        made_at: account.made_at.to_string(),
        closed_at: account.closed_at.map(|at| at.to_string()),
    }
}

pub async fn run(desk: &Desk, what: &Account) -> Result<u8, Trouble> {
    let (w, house) = (desk.w(), &desk.house);
    let acting = &desk.acting_or_operator().await?;
    let refused = |error: casework::Error| desk.trouble(error);
    let done = |login: &str, text: &str| {
        desk.answer(&serde_json::json!({ "login": login }), || say(text));
    };
    match what {
        Account::Add { login, name, language } => {
            let new = NewAccount { login: login.clone(), name: name.clone(), language: language.clone() };
            let made = house.add_account(acting, &new).await.map_err(refused)?;
            desk.answer(&said(&made), || {
                say(&w.account_added(&made.login));
                say(&shown(Look::Quiet, &w.account_added_todo(&made.login)));
            });
        }
        Account::List => list(desk, &house.accounts(acting).await.map_err(refused)?),
        Account::Close { login } => {
            house.close_account(acting, login).await.map_err(refused)?;
            done(login, &w.account_closed(login));
        }
        Account::Post(AccountPost::Add { login, post }) => {
            house.give_post(acting, login, post).await.map_err(refused)?;
            done(login, &w.account_post_given(login, post));
        }
        Account::Post(AccountPost::Remove { login, post }) => {
            house.take_post(acting, login, post).await.map_err(refused)?;
            done(login, &w.account_post_taken(login, post));
        }
        Account::Password { login, make } => {
            let new = if *make { made_password().map_err(|error| refused(error.into()))? } else { asked(desk)? };
            house.set_password(acting, login, &new).await.map_err(refused)?;
            let made = make.then_some(new);
            desk.answer(&serde_json::json!({ "login": login, "password": made }), || {
                say(&w.account_password_set(login));
                if let Some(made) = &made {
                    say(&shown(Look::Strong, made));
                    say(&shown(Look::Quiet, w.account_password_once()));
                }
            });
        }
        Account::Bind { login, identity } => {
            let to = identity.identity();
            house.bind_identity(acting, login, &to).await.map_err(refused)?;
            done(login, &w.elsewhere_bound(&to.issuer, login, &to.subject));
        }
        Account::Unbind { login, identity } => {
            let from = identity.identity();
            house.unbind_identity(acting, login, &from).await.map_err(refused)?;
            done(login, &w.elsewhere_unbound(&from.issuer, login, &from.subject));
        }
        Account::Identities { login } => {
            let all = house.identities(acting, login).await.map_err(refused)?;
            identities(desk, login, &all);
        }
        Account::SecondFactor(AccountFactor::Reset { login }) => {
            house.reset_second_factor(acting, login).await.map_err(refused)?;
            done(login, &w.account_factor_reset(login));
        }
        Account::Sessions(AccountSessions::End { login }) => {
            let ended = house.end_sessions(acting, login).await.map_err(refused)?;
            desk.answer(&serde_json::json!({ "login": login, "ended": ended }), || {
                say(&w.account_sessions_ended(ended, login));
            });
        }
    }
    Ok(DONE)
}

fn list(desk: &Desk, accounts: &[Held]) {
    let all: Vec<AccountSaid<'_>> = accounts.iter().map(said).collect();
    desk.answer(&serde_json::json!({ "accounts": all }), || {
        let w = desk.w();
        if accounts.is_empty() {
            say(w.account_none());
            return say(&shown(Look::Quiet, w.account_none_todo()));
        }
        let yes = |is: bool| if is { w.account_yes() } else { "" }.to_owned();
        let row = |account: &Held| {
            vec![
                account.login.clone(),
                account.name.clone(),
                account.posts.join(", "),
                yes(account.has_password),
                yes(account.second_factor),
                account.closed_at.map(|at| desk.instant(at)).unwrap_or_default(),
            ]
        };
        let heads = [
            w.account_login(),
            w.account_head_name(),
            w.account_head_posts(),
            w.account_password(),
            w.account_factor(),
            w.account_head_closed(),
        ];
        table(&heads, &accounts.iter().map(row).collect::<Vec<_>>());
    });
}

fn identities(desk: &Desk, login: &str, all: &[Identity]) {
    let said = |one: &Identity| serde_json::json!({ "issuer": one.issuer, "subject": one.subject });
    let all_said: Vec<_> = all.iter().map(said).collect();
    desk.answer(&serde_json::json!({ "login": login, "identities": all_said }), || {
        let w = desk.w();
        if all.is_empty() {
            return say(&w.elsewhere_none(login));
        }
        let rows: Vec<_> = all.iter().map(|one| vec![one.issuer.clone(), one.subject.clone()]).collect();
        table(&[w.elsewhere_issuer(), w.elsewhere_head_subject()], &rows);
    });
}

/// The password: asked for twice and not shown at a terminal, else the first line of what is sent in. It is no argument,
/// because arguments can be read by everybody on the machine.
fn asked(desk: &Desk) -> Result<String, Trouble> {
    let w = desk.w();
    let failed = |error: std::io::Error| Trouble::failed(error.to_string());
    if !std::io::stdin().is_terminal() {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line).map_err(failed)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let ask = |question: &str| {
        eprint!("{question}: ");
        std::io::stderr().flush()?;
        rpassword::read_password()
    };
    let first = ask(w.account_new_password()).map_err(failed)?;
    if ask(w.account_new_again()).map_err(failed)? != first {
        return Err(Trouble::wrong_use(w.account_not_the_same(), "").coded("not-the-same"));
    }
    Ok(first)
}
