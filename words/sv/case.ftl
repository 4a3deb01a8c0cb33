# Cases.
case-unknown = Det finns inget sådant ärende för den här tjänsteställningen.
case-unknown-todo = kotopolku case list visar de ärenden som tjänsteställningen får se.
case-wrong = ”{ $word }” är varken ett ärendes nummer eller dess beteckning.
case-type-unknown = Det finns ingen ärendetyp ”{ $word }”.
case-type-unknown-todo = kotopolku case types visar dem.
case-not-opened-then = Inget ärende av typen { $word } öppnas den här dagen.
case-not-opened-then-todo = kotopolku case types visar från och till när ärenden av varje typ öppnas.
