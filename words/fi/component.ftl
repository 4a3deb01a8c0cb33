component-you-are-here = Olet tässä
component-change = Muuta
component-pages = Sivut
component-previous = Edellinen
component-next = Seuraava
component-page = Sivu { $number }
# Miten varma vastaus on.
component-certainty-inferred = Päätelmä
component-certainty-inferred-what = Laki ei sano tätä suoraan; olemme päätelleet sen mainituista säännöksistä.
component-certainty-seed = Vain lähtötekstissä
component-certainty-seed-what = Tämä on tekstissä, josta rekisteri lähtee. Emme ole löytäneet sitä laista.
component-certainty-unconfirmed = Vahvistamaton
component-certainty-unconfirmed-what = Alue perustuu lähteeseen, jota emme ole voineet vahvistaa.
component-state = Valtio
component-regional = Alue
component-local = Kunta
component-person = Henkilö
