//! `kotopolku post`: who acts.

use casework::post::{NewPost, Post as Held};
use clap::Subcommand;
use serde::Serialize;

use super::DONE;
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{Look, say, shown, table};

/// `post`
#[derive(Debug, Subcommand)]
pub enum Post {
    /// Set up a post (as the operator)
    Add {
        /// Its word, for instance te-hame/expert-1
        post: String,
        /// The organ, for instance te-office:hame (see `kotopolku organs`)
        #[arg(long = "at-organ", value_name = "ORGAN")]
        organ: String,
        /// The function: handler, decision-maker, team-lead, specialist, director, planner, supervisor, auditor, administrator
        #[arg(long, value_name = "WORD")]
        function: String,
        /// Its name, as the organ writes it
        #[arg(long)]
        title: String,
        /// Its first day [default: today]
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        /// The first day on which it is no more
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
    },
    /// List the posts
    List {
        /// Only those of this organ
        #[arg(long = "at-organ", value_name = "ORGAN")]
        organ: Option<String>,
    },
    /// End a post (as the operator)
    End {
        /// Its word
        post: String,
        /// The first day on which it is no more [default: today]
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
    },
}

#[derive(Serialize)]
struct PostSaid<'a> {
    id: &'a str,
    organ: &'a str,
    organ_name: &'a str,
    function: &'a str,
    title: &'a str,
    from: String,
    until: Option<String>,
}

fn said<'a>(desk: &'a Desk, post: &'a Held) -> PostSaid<'a> {
    PostSaid {
        id: &post.id,
        organ: &post.organ,
        organ_name: desk.organ_name(&post.organ),
        function: &post.function,
        title: &post.title,
        from: post.from.to_string(),
        until: post.until.map(|day| day.to_string()),
    }
}

pub async fn run(desk: &Desk, what: &Post) -> Result<u8, Trouble> {
    match what {
        Post::Add { post, organ, function, title, from, until } => {
            let new = NewPost {
                id: post.clone(),
                organ: organ.clone(),
                function: function.clone(),
                title: title.trim().to_owned(),
                from: desk.day(from.as_deref())?,
                until: until.as_deref().map(|day| desk.a_day(day)).transpose()?,
            };
            let acting = desk.acting_or_operator().await?;
            desk.house.add_post(&acting, &new).await.map_err(|error| desk.trouble(error))?;
            let NewPost { id, organ, function, title, from, until } = new;
            let post = Held { id, organ, function, title, from, until };
            desk.answer(&said(desk, &post), || {
                let w = desk.w();
                say(&w.post_added(&w.day(post.from), desk.organ_name(&post.organ), &post.id));
            });
        }
        Post::List { organ } => list(desk, organ.as_deref()).await?,
        Post::End { post, until } => {
            let until = desk.day(until.as_deref())?;
            let acting = desk.acting_or_operator().await?;
            let ended = desk.house.end_post(&acting, post, until).await.map_err(|error| desk.trouble(error))?;
            desk.answer(&said(desk, &ended), || {
                let w = desk.w();
                say(&w.post_ended(&w.day(until.yesterday().unwrap_or(until)), post));
            });
        }
    }
    Ok(DONE)
}

async fn list(desk: &Desk, organ: Option<&str>) -> Result<(), Trouble> {
    if let Some(word) = organ
        && let Err(refusal) = desk.house.register.organ(word)
    {
        return Err(desk.context.refused(&refusal, &register::ask::Facts::none()).coded("organ-unknown"));
    }
    let mut posts = desk.house.posts().await.map_err(|error| desk.trouble(error))?;
    posts.retain(|post| organ.is_none_or(|organ| post.organ == organ));
    let all: Vec<PostSaid<'_>> = posts.iter().map(|post| said(desk, post)).collect();
    desk.answer(&serde_json::json!({ "posts": all }), || {
        let w = desk.w();
        if posts.is_empty() {
            say(w.post_none());
            return say(&shown(Look::Quiet, w.post_none_todo()));
        }
        let rows: Vec<Vec<String>> = posts
            .iter()
            .map(|post| {
                vec![
                    post.id.clone(),
                    desk.organ_name(&post.organ).to_owned(),
                    post.function.clone(),
                    post.title.clone(),
                    desk.short(Some(post.from)),
                    desk.last_day(post.until),
                ]
            })
            .collect();
        let heads = [
            w.post_head_post(),
            w.post_head_organ(),
            w.post_head_function(),
            w.post_head_title(),
            w.post_head_from(),
            w.post_head_until(),
        ];
        table(&heads, &rows);
    });
    Ok(())
}
