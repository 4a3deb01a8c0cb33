# Komentorivi.
cli-abroad = ulkomailla
cli-lead = vastaa
cli-beside = rinnalla
cli-perhaps = rinnalla, jos se mitä ei tiedetä osoittautuu sellaiseksi
cli-because = Koska
cli-basis = Oikeusperuste
cli-note = Huomautus
cli-edition = Rekisterin laitos { $edition }
cli-nobody = Kukaan ei ole vastuussa.
cli-undetermined = Se riippuu siitä, mitä ei vielä tiedetä.
cli-possible = Mahdolliset vastaukset:
cli-possible-nobody = ei kukaan
cli-ask = Seuraava kysymys ({ $attribute }): { $question }
cli-ask-how = Kysy uudelleen: --given { $attribute }=ARVO:
cli-ask-municipality-how = Kysy uudelleen: --in KUNTA.
cli-ask-nothing-left = Kaikki, mitä voi kysyä, on annettu tuntemattomana.
cli-sound = Rekisteri kestää: { $situations } tilanteella { $duties } tehtävän { $stretches } ajanjaksossa on täsmälleen yksi vastaus ({ $cells } solua tarkastettu), ja { $questions } kysymykseen vastataan odotetusti.
cli-unsound = Rekisterissä on { $count ->
    [one] yksi virhe
   *[other] { $count } virhettä
    }.
cli-warnings = { $count ->
    [one] Yksi varoitus.
   *[other] { $count } varoitusta.
    }
cli-duties = { $count ->
    [one] yksi tehtävä
   *[other] { $count } tehtävää
    }, { $day }
cli-duties-none = Mikään tehtävä ei sovi. Jätä jokin ehto pois tai katso toista päivää.
cli-organs = { $count ->
    [one] yksi viranomainen
   *[other] { $count } viranomaista
    }, { $day }
cli-chain-above = Yläpuolella ({ $organ })
cli-chain-below = Alapuolella ({ $organ })
cli-chain-none = ei ketään
cli-diff-none = Päivien { $before } ja { $after } välillä ei ole eroa.
cli-diff-title = { $count ->
    [one] Yksi muutos
   *[other] { $count } muutosta
    } päivien { $before } ja { $after } välillä
cli-diff-where = { $count ->
    [one] yhdessä kunnassa
   *[other] { $count } kunnassa
    }
cli-diff-nobody = ei kukaan
cli-serving = Kotopolku vastaa osoitteessa { $address }
cli-serving-stop = Pysäytä painamalla Ctrl-C.
cli-register-faulty = Rekisteriä ei voi käyttää: { $count ->
    [one] yksi vika
   *[other] { $count } vikaa
    }. Koko luettelo: kotopolku check
cli-day-wrong = ”{ $word }” ei ole päivä. Kirjoita se muodossa 2025-01-31.
cli-unknown-atom = Ohjelmatekstissä ei ole riviä ”{ $word }”. Rivit ovat S01–S34, R01–R25, L01–L06, M01–M11 ja P01–P05.
cli-given-form = ”{ $word }” ei ole tieto. Kirjoita OMINAISUUS=ARVO, esimerkiksi labour=student.
cli-cannot-write = Kohteeseen ”{ $path }” ei voi kirjoittaa.
cli-written = Kirjoitettu: { $path }.
cli-progress = { $done }/{ $all } riviä
cli-what-if = { $count ->
    [one] Yksi henkilö
   *[other] { $count } henkilöä
    }: kuka on vastuussa { $earlier } ja { $later }
cli-bad-rows = { $count ->
    [one] Yhtä riviä ei voitu käyttää; muut käytettiin.
   *[other] { $count } riviä ei voitu käyttää; muut käytettiin.
    }
cli-row = rivi { $row }
cli-column-ignored = Sarake ”{ $column }” ei tarkoita tässä mitään, ja se jätettiin sivuun.
cli-columns-absent = Tiedostossa ei ole saraketta: { $attributes }. Kun vastaus riippuu siitä, henkilö lasketaan siitä riippuvaksi.
cli-persons = henkilöä
cli-no-organ = kunnalla ei ole sellaista viranomaista
cli-depends-on = riippuu tiedosta:
cli-register-fault = rekisterissä on tässä virhe
cli-nothing-changes = Kenenkään kohdalla mikään ei muutu.
