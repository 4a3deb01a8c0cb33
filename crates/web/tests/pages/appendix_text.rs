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
    let text = written("forssa", "2021-06-01", Language::Sv);
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
        let anywhere = actors.iter().any(|actor| {
            actor.leads.iter().chain(&actor.beside).any(|task| task.atoms.iter().any(|one| one == atom))
        });
        assert!(anywhere, "{atom} stands nowhere");
    }
    assert_eq!((count, missing), (81, Vec::<String>::new()));
}

#[test]
fn look() {
    for l in [Language::Sv, Language::Fi, Language::En] {
    std::fs::write(format!("/tmp/k/app-{}.md", l.code()), written("forssa", "2021-06-01", l).markdown()).unwrap();
    std::fs::write(format!("/tmp/k/app-{}.html", l.code()), written("Forssa", "2025-02-01", l).html().unwrap()).unwrap();
    }
}
