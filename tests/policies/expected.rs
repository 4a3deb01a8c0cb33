//! `policy/expected/roles.txt`: each function, each bearing, each action.

use std::fmt::Write as _;

use authorization::{Action, Bearing, Function, given};

fn table() -> String {
    let mut text = "Who may do what: a line an action, a column a bearing of the post's organ in the case; the last: without one.\n\
        Made by `KOTOPOLKU_WRITE=1 cargo test -p policies`. Do not edit; read the difference.\n"
        .to_owned();
    let bearings: Vec<Option<Bearing>> = Bearing::ALL.iter().copied().map(Some).chain([None]).collect();
    for function in Function::ALL {
        write!(text, "\n{:<16}", function.word()).expect("a text grows");
        for bearing in &bearings {
            write!(text, " {:<9}", bearing.map_or("-", Bearing::word)).expect("a text grows");
        }
        for action in Action::ALL {
            let mut line = format!("\n  {:<14}", action.word());
            for bearing in &bearings {
                let mark = if given(*function, *bearing).has(*action) { "yes" } else { "." };
                write!(line, " {mark:<9}").expect("a text grows");
            }
            text.push_str(line.trim_end());
        }
        text.push('\n');
    }
    let mut text: String = text.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    text.truncate(text.trim_end().len() + 1);
    text
}

#[test]
fn the_whole_table_is_the_one_that_was_reviewed() {
    let (path, made) = (super::policy("expected/roles.txt"), table());
    if std::env::var_os("KOTOPOLKU_WRITE").is_some() {
        std::fs::write(&path, &made).expect("it is written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(kept, made, "run with KOTOPOLKU_WRITE=1, and read what became of policy/expected/roles.txt");
}
