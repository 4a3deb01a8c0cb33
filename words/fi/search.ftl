# Haku.
search-do = Hae
search-found = { $count ->
        [one] Yksi henkilö
       *[other] { $count } henkilöä
    }
search-hint = Nimi tai sen alku, millä tahansa kirjoitusasulla ja kirjaimilla, tai asian numero.
search-none = Kenelläkään, jonka saat nähdä, ei ole tätä nimeä, eikä millään asialla tätä numeroa. Kokeile toisen nimen alkua.
search-short = Nimi tai asia
search-title = Haku
search-what = Hae siitä, minkä saat nähdä
