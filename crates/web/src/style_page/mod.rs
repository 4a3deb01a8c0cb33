//! The style page: every component in every state. What it shows is what the tests draw.

use askama::Template;
use axum::response::Response;

use crate::components::{
    Breadcrumb, Chain, ErrorSummary, Examples as _, Field, Known, Lines, Notice, Pagination, Question, Reason,
    TimeLine, Whom,
};
use crate::shell::{Frame, Trouble, Visit, page};

#[derive(Debug, Template)]
#[template(path = "style_page/page.html")]
struct StylePage {
    frame: Frame,
    breadcrumbs: Vec<Breadcrumb>,
    errors: Vec<ErrorSummary>,
    lines: Vec<Lines>,
    reasons: Vec<Reason>,
    questions: Vec<Question>,
    fields: Vec<Field>,
    timelines: Vec<TimeLine>,
    chains: Vec<Chain>,
    notices: Vec<Notice>,
    known: Vec<Known>,
    paginations: Vec<Pagination>,
    whoms: Vec<Whom>,
}

/// `/{language}/style`.
pub async fn show(visit: Visit) -> Result<Response, Trouble> {
    let w = visit.w;
    page(
        &visit,
        &StylePage {
            frame: Frame::new(&visit, None, w.style_title()),
            breadcrumbs: Breadcrumb::examples(w),
            errors: ErrorSummary::examples(w),
            lines: Lines::examples(w),
            reasons: Reason::examples(w),
            questions: Question::examples(w),
            fields: Field::examples(w),
            timelines: TimeLine::examples(w),
            chains: Chain::examples(w),
            notices: Notice::examples(w),
            known: Known::examples(w),
            paginations: Pagination::examples(w),
            whoms: Whom::examples(w),
        },
    )
}
