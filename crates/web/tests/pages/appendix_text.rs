//! The appendix as a text: what the seed asks is found under the same actor, in every language and form.

use register::Register;
use web::appendix::{Actor, Appendix, appendix_in};
use web::words::Language;

fn written(place: &str, on: &str, language: Language) -> Appendix {
    appendix_in(Register::shipped(), place, on.parse().expect("a day"), language).expect("an appendix")
}

fn does(actor: &Actor, atom: &str, bearer: &str) -> bool {
    let register = Register::shipped();
    let organ = register.resolved.organs.at(actor.organs[0]);
    (organ.id == bearer || organ.kind == bearer)
        && actor.leads.iter().chain(&actor.beside).any(|task| task.atoms.iter().any(|one| one == atom))
}

/// The lines of the seed text with their bearers, as the register's own list has them.
const ATOMS: &str = include_str!("../../../../register/atoms.csv");

#[test]
fn each_line_of_the_seed_stands_under_its_actor_in_forssa() {
    let text = written("forssa-region", "2021-06-01", Language::Sv);
    let actors: Vec<&Actor> = text.parts.iter().flat_map(|part| &part.actors).collect();
    let mut missing = Vec::new();
    let mut count = 0;
    for line in ATOMS.lines().filter(|line| !line.starts_with('#') && !line.starts_with("id;")) {
        let mut cells = line.split(';');
        let (Some(atom), Some(bearers)) = (cells.next(), cells.next()) else { continue };
        count += 1;
        for bearer in bearers.split(' ').filter(|bearer| *bearer != "authorities") {
            if !actors.iter().any(|actor| does(actor, atom, bearer)) {
                missing.push(format!("{atom} under {bearer}"));
            }
        }
        let anywhere = actors
            .iter()
            .any(|actor| actor.leads.iter().chain(&actor.beside).any(|task| task.atoms.iter().any(|one| one == atom)));
        assert!(anywhere, "{atom} stands nowhere");
    }
    assert_eq!((count, missing), (81, Vec::<String>::new()));
}

#[test]
fn it_is_written_in_each_language_and_form() {
    for language in Language::ALL {
        let text = written("Forssa", "2025-02-01", language);
        let (markdown, html) = (text.markdown(), text.html().expect("a document"));
        assert!(markdown.starts_with(&format!("# {}", text.title())));
        assert!(html.contains(&format!("<html lang=\"{}\">", language.code())) && html.contains("</html>"));
        assert!(!html.contains("href=\"/"), "a document of its own leads nowhere on this site");
        for part in &text.parts {
            assert!(markdown.contains(&format!("## {}", part.title)) && html.contains(part.title), "{}", part.title);
        }
        assert!(markdown.contains("TyöHäme"));
    }
}

#[test]
fn those_who_only_carry_out_are_named() {
    let text = written("061", "2021-06-01", Language::Sv);
    let local = text.parts.iter().flat_map(|part| &part.actors).find(|actor| actor.anchor == "joint-authority-fshky");
    let tasks = local.map(|actor| actor.beside.iter().map(|task| task.duty.as_str()).collect::<Vec<_>>());
    assert_eq!(tasks, Some(vec!["initial-assessment", "integration-plan"]));
}
