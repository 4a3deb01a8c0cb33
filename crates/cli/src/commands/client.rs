//! `kotopolku client`: programs that work here by themselves. The operator's.

use casework::client::{Client as Held, NewClient};
use clap::Subcommand;
use serde::Serialize;

use super::DONE;
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{Look, say, shown, table};

/// `client`
#[derive(Debug, Subcommand)]
pub enum Client {
    /// Let a program of an organ act by itself, in cases of the named duties; its token is shown once
    Add {
        /// Its word, for instance kela/benefits
        client: String,
        /// The organ, for instance kela (see `kotopolku organs`)
        #[arg(long = "at-organ", value_name = "ORGAN")]
        organ: String,
        /// The function, as of a post: handler, decision-maker …
        #[arg(long, value_name = "WORD")]
        function: String,
        /// A duty in whose cases it works (see `kotopolku duties`); may be repeated
        #[arg(long = "duty", value_name = "DUTY", required = true)]
        duties: Vec<String>,
        /// Its name, as the organ writes it
        #[arg(long)]
        title: String,
        /// The first day on which it is no more [default: a year from today, which is the latest]
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
    },
    /// List the clients
    List,
    /// End a client at once: its token lets nobody in any more
    End {
        /// Its word
        client: String,
    },
}

#[derive(Serialize)]
struct ClientSaid<'a> {
    id: &'a str,
    organ: &'a str,
    organ_name: &'a str,
    function: &'a str,
    title: &'a str,
    duties: &'a [String],
    made_at: String,
    until: String,
    ended_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

fn said<'a>(desk: &'a Desk, client: &'a Held, token: Option<String>) -> ClientSaid<'a> {
    ClientSaid {
        id: &client.id,
        organ: &client.organ,
        organ_name: desk.organ_name(&client.organ),
        function: &client.function,
        title: &client.title,
        duties: &client.duties,
        made_at: client.made.to_string(),
        until: client.until.to_string(),
        ended_at: client.ended.map(|at| at.to_string()),
        token,
    }
}

pub async fn run(desk: &Desk, what: &Client) -> Result<u8, Trouble> {
    let acting = desk.acting_or_operator().await?;
    let w = desk.w();
    match what {
        Client::Add { client, organ, function, duties, title, until } => {
            let new = NewClient {
                id: client.clone(),
                organ: organ.clone(),
                function: function.clone(),
                title: title.trim().to_owned(),
                duties: duties.clone(),
                until: until.as_deref().map(|day| desk.a_day(day)).transpose()?,
            };
            let made = desk.house.add_client(&acting, &new).await.map_err(|error| desk.trouble(error))?;
            desk.answer(&said(desk, &made.client, Some(made.secret())), || {
                let client = &made.client;
                say(&w.client_added(&client.id, &desk.last_day(Some(client.until)), desk.organ_name(&client.organ)));
                say(&shown(Look::Strong, &made.secret()));
                say(&shown(Look::Quiet, w.client_token_once()));
            });
        }
        Client::List => {
            let clients = desk.house.clients(&acting).await.map_err(|error| desk.trouble(error))?;
            let all: Vec<ClientSaid<'_>> = clients.iter().map(|client| said(desk, client, None)).collect();
            desk.answer(&serde_json::json!({ "clients": all }), || list(desk, &clients));
        }
        Client::End { client } => {
            let ended = desk.house.end_client(&acting, client).await.map_err(|error| desk.trouble(error))?;
            desk.answer(&said(desk, &ended, None), || say(&w.client_ended(&ended.id)));
        }
    }
    Ok(DONE)
}

fn list(desk: &Desk, clients: &[Held]) {
    let w = desk.w();
    if clients.is_empty() {
        return say(w.client_none());
    }
    let rows: Vec<Vec<String>> = clients
        .iter()
        .map(|client| {
            vec![
                client.id.clone(),
                desk.organ_name(&client.organ).to_owned(),
                client.function.clone(),
                client.duties.join(", "),
                desk.last_day(Some(client.until)),
                client.ended.map(|at| desk.instant(at)).unwrap_or_default(),
            ]
        })
        .collect();
    let heads = [
        w.client_head_client(),
        w.post_head_organ(),
        w.post_head_function(),
        w.client_head_duties(),
        w.post_head_until(),
        w.client_head_ended(),
    ];
    table(&heads, &rows);
}
