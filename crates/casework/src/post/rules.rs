//! When a post may be ended.

use jiff::civil::Date;

use super::model::{Post, Refusal};

/// Whether a post may end on a day, seen from today. What it did stays done under a post that was in force then.
pub(super) fn may_end(post: &Post, until: Date, today: Date) -> Result<(), Refusal> {
    if let Some(ended) = post.until.filter(|ended| *ended <= today) {
        return Err(Refusal::EndedAlready { post: post.id.clone(), until: ended });
    }
    if until <= post.from {
        return Err(Refusal::EndsBeforeItBegins);
    }
    if until < today {
        return Err(Refusal::EndsInThePast { post: post.id.clone(), earliest: today });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn post(until: Option<Date>) -> Post {
        Post {
            id: "te-hame/expert".to_owned(),
            organ: "te-office:hame".to_owned(),
            function: "handler".to_owned(),
            title: "Expert".to_owned(),
            from: date(2024, 2, 1),
            until,
        }
    }

    #[test]
    fn a_post_ends_today_at_the_earliest() {
        let today = date(2024, 6, 3);
        assert_eq!(may_end(&post(None), today, today), Ok(()));
        assert!(matches!(may_end(&post(None), date(2024, 6, 2), today), Err(Refusal::EndsInThePast { .. })));
        assert_eq!(may_end(&post(None), date(2024, 2, 1), date(2024, 1, 1)), Err(Refusal::EndsBeforeItBegins));
    }

    #[test]
    fn an_end_that_has_not_come_can_be_moved_and_one_that_has_cannot() {
        let planned = post(Some(date(2024, 12, 31)));
        assert_eq!(may_end(&planned, date(2025, 3, 1), date(2024, 12, 30)), Ok(()));
        assert!(matches!(may_end(&planned, date(2025, 3, 1), date(2024, 12, 31)), Err(Refusal::EndedAlready { .. })));
    }
}
