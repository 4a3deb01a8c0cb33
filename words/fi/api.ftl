# Mitä rajapinta kertoo ohjelmille, kun jokin on vialla. Otsikot nimeävät virheen lajin.
api-kind-not-understood = Kysymystä ei voi tulkita
api-kind-not-understood-meaning = Jokin osoitteessa on tuntematonta tai kirjoitettu niin, ettei sitä voi lukea. Luettelo ”errors” kertoo parametreittain, mikä. Mitään ei arvata: korjaa parametrit ja kysy uudelleen.
api-kind-not-found = Täällä ei ole mitään
api-kind-not-found-meaning = Millään tehtävällä, viranomaisella, kunnalla, lähteellä tai muulla resurssilla ei ole tätä osoitetta.
api-kind-other-edition = Palvelin vastaa toisesta laitoksesta
api-kind-other-edition-meaning = Pyydetty laitos ei ole se, josta tämä palvelin vastaa. Kysy ilman parametria ”edition” tai palvelimelta, jolla laitos on.
api-kind-read-only = Osoitetta voi vain lukea
api-kind-read-only-meaning = Rekisterin rajapinta vastaa GET- ja HEAD-pyyntöihin. Se ei ota vastaan mitään.
api-kind-our-fault = Virhe on meidän
api-kind-our-fault-meaning = Palvelimella tapahtui odottamaton virhe. Se on kirjattu. Yritä myöhemmin uudelleen.
api-nothing-here = Osoitteessa { $address } ei ole mitään. Rajapinnan kuvaus on osoitteessa { $docs }.
api-read-only = Täällä vastataan vain GET- ja HEAD-pyyntöihin, ei { $method }-pyyntöön.
api-wrong = { $count ->
    [one] Yksi parametri on korjattava. { $first }
   *[other] { $count } parametria on korjattava. Ensimmäinen: { $first }
}
api-unknown-parameter = Tämä osoite ei ota vastaan parametria ”{ $name }”.
api-takes = Se ottaa vastaan: { $names }.
api-empty = Parametrilla ”{ $name }” ei ole arvoa. Anna sille arvo tai jätä se pois.
api-twice = Parametri ”{ $name }” on annettu useammin kuin kerran. Anna se kerran.
api-missing = Parametri ”{ $name }” tarvitaan.
api-bad-day = ”{ $word }” ei ole päivä. Kirjoita se muodossa 2025-01-31.
api-bad-language = ”{ $word }” ei ole rekisterin kieli. Kielet ovat { $languages }.
api-bad-limit = ”{ $word }” ei ole luku väliltä 1–{ $most }.
api-bad-cursor = Tämä osoite ei ole antanut tätä kohdistinta tälle kysymykselle. Aloita ilman parametria ”cursor” ja seuraa kenttää ”next” muuttamatta muita parametreja.
api-old-cursor = Kohdistin on peräisin rekisterin toisesta laitoksesta. Aloita uudelleen ilman parametria ”cursor”.
api-unknown-atom = Ohjelmatekstissä ei ole riviä ”{ $word }”. Rivien nimet ovat { $example } ja niin edelleen.
api-unknown-kind = Viranomaislajia ”{ $word }” ei ole.
api-unknown-source = Lähdettä ”{ $word }” ei ole. Numeron vinoviiva kirjoitetaan yhdysmerkkinä: { $example }.
api-other-edition = Laitosta ”{ $asked }” ei ole täällä. Palvelin vastaa laitoksesta { $served }.
api-wrong-order = Aiempi päivä ({ $before }) on myöhemmän päivän ({ $after }) jälkeen. Vaihda niiden paikkaa.
api-kind-not-signed-in = Ei kirjautunut
api-kind-not-signed-in-meaning = Tämä on kirjautuneille. Kirjaudu sisään tai lähetä tunnus.
