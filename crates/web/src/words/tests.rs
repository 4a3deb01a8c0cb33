use jiff::civil::date;

use super::{Language, folded};

#[test]
fn each_language_writes_days_as_it_does() {
    let day = date(2021, 5, 10);
    let written = Language::ALL.map(|language| {
        let w = language.words();
        (language.code(), w.day(day), w.day_short(day))
    });
    assert_eq!(
        written.map(|(code, long, short)| format!("{code}: {long} | {short}")),
        ["fi: 10. toukokuuta 2021 | 10.5.2021", "sv: 10 maj 2021 | 10.5.2021", "en: 10 May 2021 | 10 May 2021"]
    );
}

#[test]
fn numbers_are_grouped_also_inside_texts() {
    assert_eq!(Language::En.words().number(1234567), "1,234,567");
    assert_eq!(Language::Sv.words().number(1234567), "1\u{a0}234\u{a0}567");
    let text = Language::En.words().timeline_description(1200_usize, "a", "b");
    assert!(text.contains("1,200 stretches"), "{text}");
}

#[test]
fn a_number_chooses_the_form() {
    assert!(Language::Sv.words().timeline_description(1_usize, "a", "b").contains("ett skede"));
    assert!(Language::Fi.words().timeline_description(2_usize, "a", "b").contains("2 vaihetta"));
}

#[test]
fn lists_and_order_follow_the_language() {
    assert_eq!(Language::Sv.words().list(&["a", "b", "c"]), "a, b och c");
    assert_eq!(Language::Fi.words().list(&["a", "b"]), "a ja b");
    let w = Language::Fi.words();
    assert!(w.order("Äänekoski", "Vantaa").is_gt(), "ä comes last in Finnish");
}

#[test]
fn search_looks_past_marks_and_capitals() {
    assert_eq!(folded("Åland ÄÄNEKOSKI"), "aland aanekoski");
}

#[test]
fn the_browser_is_asked_for_its_language() {
    assert_eq!(Language::preferred("sv-FI,sv;q=0.9,en;q=0.8"), Some(Language::Sv));
    assert_eq!(Language::preferred("de, en;q=0.4, fi;q=0.6"), Some(Language::Fi));
    assert_eq!(Language::preferred("de;q=1, fi;q=0"), None);
    assert_eq!(Language::preferred(";;;,q="), None);
}

#[test]
fn no_text_is_left_unfilled() {
    for language in Language::ALL {
        for text in &language.words().plain {
            assert!(!text.trim().is_empty() && !text.contains('{'), "{language:?}: {text}");
        }
    }
}
