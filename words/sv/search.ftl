# Sökning.
search-do = Sök
search-found = { $count ->
        [one] En person
       *[other] { $count } personer
    }
search-hint = Ett namn eller början av det, i vilken stavning och skrift som helst, eller ett ärendes nummer.
search-none = Ingen som du får se heter så, och inget ärende har det numret. Försök med början av ett annat namn.
search-short = Namn eller ärende
search-title = Sök
search-what = Sök bland det du får se
