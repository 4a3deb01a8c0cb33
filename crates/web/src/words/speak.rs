//! Days, numbers, lists and alphabetical order as each language has them, by Unicode's data (ICU4X).

use std::cmp::Ordering;

use fluent::FluentValue;
use icu::calendar::Gregorian;
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::YMD;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale;
use intl_memoizer::Memoizable;
use jiff::civil::Date;
use jiff_icu::ConvertFrom as _;

use super::Words;

/// The formatters of one language, made once.
pub(super) struct Speak {
    long: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    short: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    number: Option<DecimalFormatter>,
    list: Option<ListFormatter>,
    either: Option<ListFormatter>,
    order: Option<CollatorBorrowed<'static>>,
}

impl Speak {
    pub(super) fn new(locale: &str) -> Self {
        let locale = locale.parse().unwrap_or(Locale::UNKNOWN);
        // Where day and month could be mistaken for one another (10/5 or 5/10), the month is written with letters.
        let slashes = |formatter: &FixedCalendarDateTimeFormatter<Gregorian, YMD>| {
            formatter
                .format(&icu::calendar::Date::convert_from(jiff::civil::date(2021, 5, 10)).to_calendar(Gregorian))
                .to_string()
                .contains('/')
        };
        let short = FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::short()).ok();
        let short = match short {
            Some(formatter) if slashes(&formatter) => {
                FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::medium()).ok()
            }
            kept => kept,
        };
        Self {
            long: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
            short,
            number: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
            list: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default()).ok(),
            either: ListFormatter::try_new_or((&locale).into(), ListFormatterOptions::default()).ok(),
            order: Collator::try_new((&locale).into(), CollatorOptions::default()).ok(),
        }
    }
}

impl Words {
    /// A day in full: "10 maj 2021", "10. toukokuuta 2021", "10 May 2021".
    pub fn day(&self, day: Date) -> String {
        written(self.speak.long.as_ref(), day)
    }

    /// A day for tables and drawings, where room is scarce: "10.5.2021", "10 May 2021".
    pub fn day_short(&self, day: Date) -> String {
        // Unicode pads the Swedish of Finland (10.05.2021), the language planners of Finland do not (10.5.2021).
        written(self.speak.short.as_ref(), day).replace(".0", ".").trim_start_matches('0').to_owned()
    }

    /// A whole number, grouped as the language groups: "1 234", "1,234".
    pub fn number(&self, number: impl super::Count) -> String {
        let number = number.count();
        match &self.speak.number {
            Some(formatter) => formatter.format(&Decimal::from(number)).to_string(),
            None => number.to_string(),
        }
    }

    /// A sum with at most two decimals: "2 300", "47,5".
    pub fn amount(&self, amount: f64) -> String {
        #[expect(clippy::cast_possible_truncation, reason = "sums of money are far from the edge of 64 bits")]
        let cents = (amount * 100.0).round() as i64;
        let mut decimal = Decimal::from(cents);
        decimal.multiply_pow10(-2);
        decimal.trim_end();
        match &self.speak.number {
            Some(formatter) => formatter.format(&decimal).to_string(),
            None => amount.to_string(),
        }
    }

    /// "a, b och c".
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        match &self.speak.list {
            Some(formatter) => formatter.format(items.iter()).to_string(),
            None => items.join(", "),
        }
    }

    /// "a, b eller c".
    pub fn either<T: AsRef<str>>(&self, items: &[T]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        match &self.speak.either {
            Some(formatter) => formatter.format(items.iter()).to_string(),
            None => items.join(" / "),
        }
    }

    /// Which of two names comes first in this language's alphabet.
    pub fn order(&self, one: &str, other: &str) -> Ordering {
        match &self.speak.order {
            Some(collator) => collator.compare(one, other),
            None => one.cmp(other),
        }
    }
}

fn written(formatter: Option<&FixedCalendarDateTimeFormatter<Gregorian, YMD>>, day: Date) -> String {
    match formatter {
        Some(formatter) => formatter.format(&icu::calendar::Date::convert_from(day).to_calendar(Gregorian)).to_string(),
        None => day.to_string(),
    }
}

/// Lower case without marks on letters: what is compared when somebody searches ("Ålands" finds "aland").
pub fn folded(text: &str) -> String {
    let parts = icu::normalizer::DecomposingNormalizerBorrowed::new_nfd();
    parts
        .normalize(text)
        .chars()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Numbers inside texts: Fluent itself would write them without grouping.
pub(super) fn write_value(
    value: &FluentValue<'_>,
    memoizer: &intl_memoizer::concurrent::IntlLangMemoizer,
) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    #[expect(clippy::cast_possible_truncation, reason = "the typed methods only hand over whole numbers")]
    let whole = number.value as i64;
    memoizer.with_try_get::<Numbers, _, _>((), |numbers| numbers.0.format(&Decimal::from(whole)).to_string()).ok()
}

struct Numbers(DecimalFormatter);

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(language: unic_langid::LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let locale: Locale = language.to_string().parse().map_err(|_| ())?;
        DecimalFormatter::try_new(locale.into(), Default::default()).map(Self).map_err(|_| ())
    }
}
