//! The register that ships.

use register::Register;

#[test]
fn the_shipped_register_reads() {
    if let Err(faults) = Register::try_shipped() {
        let said: String = faults.iter().map(ToString::to_string).collect();
        panic!("{} faults\n{said}", faults.len());
    }
}

#[test]
fn the_shipped_register_is_sound() {
    let report = register::checks::run(Register::shipped());
    let said: String = report.faults.iter().map(ToString::to_string).collect();
    assert!(report.is_sound(), "{} faults\n{said}", report.faults.len());
}

#[test]
fn without_its_questions_it_answers_the_same_under_the_same_edition() {
    let (whole, light) = (Register::shipped(), Register::answering(register::source::Files::shipped()).unwrap());
    assert_eq!(whole.edition, light.edition);
    assert!(light.resolved.questions.is_empty() && !whole.resolved.questions.is_empty());
    for question in &whole.resolved.questions {
        let answered = register::checks::answer_question(&light, question);
        assert!(matches!(answered, register::checks::Verdict::Right(_)), "{}", question.id);
    }
}
