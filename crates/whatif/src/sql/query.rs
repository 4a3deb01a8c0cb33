//! The one query.

use super::{Part, column, quoted};
use register::resolved::AttributeKind;
use std::fmt::Write;

pub(super) fn write(part: &Part<'_>) -> String {
    let words = &part.register.resolved.words;
    let (mut facts, mut bands, mut refused, mut none) = (String::new(), String::new(), String::new(), String::new());
    for (number, at) in part.attributes.iter().enumerate() {
        let attribute = words.at(*at);
        let name = column(&attribute.id);
        let fact = match &attribute.kind {
            AttributeKind::Territory(_) => format!("place.{name}"),
            AttributeKind::Age => format!("CAST(population.{name} AS VARCHAR(3))"),
            AttributeKind::Choice if attribute.id == "place" => format!("COALESCE(population.{name}, place.{name})"),
            AttributeKind::Choice => format!("population.{name}"),
            AttributeKind::Day(_) => {
                let _ = write!(
                    bands,
                    "\n  LEFT JOIN kotopolku_band band{number} ON band{number}.on_day = asked.on_day AND \
                     band{number}.attribute = {}\n    AND band{number}.from_day <= population.{name} AND \
                     population.{name} < band{number}.until_day",
                    quoted(&attribute.id)
                );
                format!("band{number}.value")
            }
        };
        let _ = write!(facts, ",\n    {fact} AS {name}");
        let _ = write!(
            refused,
            "\n  LEFT JOIN kotopolku_refused refused{number} ON refused{number}.box_id = box.box_id AND \
             refused{number}.attribute = {}\n    AND refused{number}.value = person.{name}",
            quoted(&attribute.id)
        );
        let _ = write!(none, "{}refused{number}.box_id IS NULL", if none.is_empty() { "" } else { " AND " });
    }
    if none.is_empty() {
        none.push_str("1 = 1");
    }
    format!(
        "WITH person AS (
  SELECT population.id AS id, asked.on_day AS on_day, place.municipality AS municipality{facts}
  FROM population
  CROSS JOIN kotopolku_day asked
  JOIN kotopolku_place place ON place.on_day = asked.on_day AND place.given = population.municipality{bands}
), possible AS (
  SELECT person.id AS id, person.on_day AS on_day, stretch.duty_id AS duty_id,
    CASE
      WHEN box.finder_id IS NULL AND box.organ IS NULL THEN 'nobody'
      WHEN box.organ IS NOT NULL THEN box.organ || ' ' || box.force_word
      WHEN finder.organ IS NULL THEN 'no-organ'
      ELSE finder.organ || ' ' || box.force_word
    END AS answer
  FROM person
  JOIN kotopolku_stretch stretch ON stretch.from_day <= person.on_day AND person.on_day < stretch.until_day
  JOIN kotopolku_box box ON box.stretch_id = stretch.stretch_id{refused}
  LEFT JOIN kotopolku_finder finder ON finder.finder_id = box.finder_id AND finder.municipality = person.municipality
    AND finder.from_day <= person.on_day AND person.on_day < finder.until_day
  WHERE {none}
)
SELECT possible.id AS id, possible.on_day AS on_day, duty.duty AS duty,
  CASE WHEN COUNT(DISTINCT possible.answer) = 1 THEN MIN(possible.answer) ELSE 'undetermined' END AS answer,
  COUNT(DISTINCT possible.answer) AS alternatives
FROM possible
JOIN kotopolku_duty duty ON duty.duty_id = possible.duty_id
GROUP BY possible.id, possible.on_day, duty.duty"
    )
}
