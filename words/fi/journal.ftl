# Loki.
journal-none = Mikään rivi ei sovi.
journal-none-todo = Jätä jokin ehto pois.
journal-head-number = Nro
journal-head-at = Milloin
journal-head-post = Virkatehtävä
journal-head-did = Teki
journal-head-what = Mitä
journal-head-duty = Tehtävä
journal-head-ground = Millä oikeudella
journal-head-sealed = Sinetöity
journal-more = Vanhemmat rivit: --before { $seq }
journal-sealed = { $count ->
    [one] Yksi rivi sinetöitiin.
   *[other] { $count } riviä sinetöitiin.
    }
journal-nothing-to-seal = Kaikki on jo sinetöity.
journal-no-heads = Yhtään sinettiä ei ole vielä tehty.
journal-whole = Loki on eheä: { $seals ->
    [one] yksi sinetti
   *[other] { $seals } sinettiä
    } ja { $rows ->
    [one] yksi sinetöity rivi
   *[other] { $sealed } sinetöityä riviä
    } laskettiin uudelleen, ja { $waiting ->
    [one] yksi rivi
   *[other] { $unsealed } riviä
    } odottaa sinetöintiä.
journal-heads-agree = { $count ->
    [one] Muualla säilytetty tarkiste täsmää.
   *[other] Muualla säilytetyt { $count } tarkistetta täsmäävät.
    }
journal-wrong = Loki ei ole sellainen kuin se sinetöitiin. { $count ->
    [one] Yksi asia on väärin:
   *[other] { $count } asiaa on väärin:
    }
journal-wrong-beginning = lokilla ei ole omaa tunnistetta, tai niitä on useita
journal-wrong-changed = rivi kohdassa { $position } (numero { $seq }) ei ole se, joka kirjoitettiin
journal-wrong-changed-unsealed = sinetöimätön rivi numero { $seq } ei ole se, joka kirjoitettiin
journal-wrong-removed = rivit kohdissa { $first }–{ $last } puuttuvat
journal-wrong-added = riviä numero { $seq } kohdassa { $position } ei ole koskaan sinetöity siihen
journal-wrong-moved = rivi numero { $seq } on siirretty kohtaan { $position }; se sinetöitiin kohdassa { $was }
journal-wrong-seal = sinetti { $number }: rivit kohdissa { $first }–{ $last } eivät ole ne, jotka se sinetöi, siinä järjestyksessä
journal-wrong-chain = sinetti { $number } ei jatka edellistä
journal-wrong-missing = työyksikön { $unit } sinetöimätön rivi puuttuu
journal-wrong-head = sinetin { $number } tarkiste on toinen kuin muualla säilytetty
journal-wrong-head-gone = sinetti { $number } säilytettiin muualla, ja täällä sitä ei ole: loppu on katkaistu
journal-wrong-other = muualla säilytetty tarkiste kuuluu lokiin { $id }, ei tähän
journal-file-unreadable = Tiedostoa { $path } ei voi lukea ({ $why }).
journal-heads-wrong = Tiedoston { $path } rivi { $line } ei ole tarkiste. Jokainen rivi on yksi JSON-olio sellaisena kuin kotopolku journal heads sen kirjoittaa.
journal-not-for-this-post = Lokia lukevat vain ylläpitäjä ja virkatehtävät, joiden toimi on auditor.
journal-not-for-this-post-todo = Asiaa koskevan näyttää kotopolku case history.
journal-not-read = Lokia ei voi lukea.
