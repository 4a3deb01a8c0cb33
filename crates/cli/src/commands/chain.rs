//! `kotopolku chain`.

use super::ANSWERED;
use crate::arguments::{Chain, Format};
use crate::context::{Context, Trouble};
use crate::print::{self, Look, say, shown};
use register::ask::{Facts, Link};
use web::said;

/// Organs named on one line; more are counted.
const NAMED: usize = 6;

pub fn run(context: &Context, command: &Chain) -> Result<u8, Trouble> {
    let (w, register) = (context.w, &*context.register);
    let on = context.day(command.on.as_deref())?;
    let organ = register.organ(&command.organ).map_err(|refusal| context.refused(&refusal, &Facts::none()))?;
    if command.format == Format::Json {
        print::json(&said::chain(w, register, organ, on));
        return Ok(ANSWERED);
    }
    let name = said::organ_name(w, register, organ);
    let chain = register.chain(organ, on);
    say(&shown(Look::Strong, &w.cli_chain_above(name)));
    links(context, &chain.above);
    say("");
    say(&shown(Look::Strong, &w.cli_chain_below(name)));
    links(context, &chain.below);
    Ok(ANSWERED)
}

fn links(context: &Context, links: &[Link]) {
    let (w, register) = (context.w, &*context.register);
    let language = said::register_language(w.language());
    if links.is_empty() {
        return say(&format!("  {}", w.cli_chain_none()));
    }
    let rows: Vec<Vec<String>> = links
        .iter()
        .map(|link| {
            let relation = &register.resolved.organs.relations[link.relation];
            let mut names: Vec<String> =
                link.organs.iter().take(NAMED).map(|organ| said::organ_name(w, register, *organ).to_owned()).collect();
            if link.organs.len() > NAMED {
                names.push(format!("+ {}", w.number(link.organs.len() - NAMED)));
            }
            let basis: Vec<String> = relation.basis.iter().map(|one| said::citation(w, register, one)).collect();
            vec![
                format!("  {}", register.resolved.words.verbs[usize::from(relation.verb)].third.get(language)),
                names.join(", "),
                relation.matter.as_ref().map(|matter| matter.get(language).to_owned()).unwrap_or_default(),
                basis.join(", "),
            ]
        })
        .collect();
    print::rows(&rows);
}
