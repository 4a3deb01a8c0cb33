# Reorganisations: all open cases follow a law that moves duties on a day.
reorganise-wrong = ”{ $word }” ei ole ajon tai suunnitelman tunnus.
reorganise-progress = { $count ->
    [one] { $done } / { $of } asia, { $pace } sekunnissa, jäljellä { $left }
   *[other] { $done } / { $of } asiaa, { $pace } sekunnissa, jäljellä { $left }
    }
reorganise-progress-begun = { $count ->
    [one] { $done } / { $of } asia
   *[other] { $done } / { $of } asiaa
    }
reorganise-plan = { $count ->
    [one] Uudelleenjärjestely { $day }: { $moving } / { $open } avoin asia saa uuden vastuuviranomaisen
   *[other] Uudelleenjärjestely { $day }: { $moving } / { $open } avoimesta asiasta saa uuden vastuuviranomaisen
    }
reorganise-plan-edition = Rekisterin version { $edition } mukaan. Mitään ei ole siirretty.
reorganise-more = { $rows ->
    [one] Vielä yksi rivi; --format json antaa kaikki.
   *[other] Vielä { $rows } riviä; --format json antaa kaikki.
    }
reorganise-moves = Mikä siirtyy
reorganise-stays = Mikä pysyy ja miksi
reorganise-between = Mistä kukaan ei sen päivän lain mukaan vastaa
reorganise-posts = Virkatehtävät, joiden pääsy muuttuu
reorganise-ending = Viranomaiset, jotka lakkaavat sinä päivänä
reorganise-organ-ends = viranomainen lakkaa
reorganise-limits = { $limits ->
    [one] Siirtyvissä asioissa kuluu yksi määräaika; se kuluu muuttumattomana edelleen.
   *[other] Siirtyvissä asioissa kuluu { $limits } määräaikaa; ne kuluvat muuttumattomina edelleen.
    }
reorganise-letters = { $letters ->
    [one] Uudesta viranomaisesta on lähetettävä yksi kirje.
   *[other] Uudesta viranomaisesta on lähetettävä { $letters } kirjettä.
    }
reorganise-head-duty = Tehtävä
reorganise-head-from = Keneltä
reorganise-head-to = Kenelle
reorganise-head-municipality = Kunta
reorganise-head-cases = Asioita
reorganise-head-organ = Viranomainen
reorganise-head-why = Miksi
reorganise-head-case = Asia
reorganise-head-keeper = Hoitaja
reorganise-head-begins = Alkaa asioissa
reorganise-head-ends = Päättyy asioissa
reorganise-head-leads = Johtaa siihen asti
reorganise-head-outcome = Tulos
reorganise-head-open = Avoinna
reorganise-head-before = Yksi vastuullinen ennen
reorganise-head-after = Yksi vastuullinen jälkeen
reorganise-head-kind = Ajo
reorganise-head-state = Tila
reorganise-head-seen = Asioita
reorganise-head-began = Alkoi
reorganise-head-ended = Päättyi
reorganise-head-run = Tunnus
reorganise-why-same = laki nimeää saman viranomaisen ennen ja jälkeen
reorganise-why-there = asia on jo siellä, missä lain mukaan pitää
reorganise-why-finished = vireillä olevan saattaa loppuun entinen viranomainen ({ $basis })
reorganise-why-elsewhere = laki nimesi toisen jo edellisenä päivänä; sinä päivänä se nimeää: { $named }. Asia ratkaistaan siirrolla
reorganise-why-stranded = viranomaista ei enää ole, eikä hoitajaksi löytynyt toista
reorganise-why-type = voimassa olevassa rekisterissä ei ole tätä asiatyyppiä
reorganise-unled-nobody = rekisterin mukaan kukaan ei vastaa
reorganise-unled-ask = ei ole tiedossa: { $attribute }
reorganise-unled-municipality = kunta ei ole tiedossa
reorganise-unled-undetermined = vastuussa voisi olla useampi, eikä enempää voi kysyä
reorganise-unled-contradiction = kirjatut tiedot eivät voi kaikki pitää paikkaansa
reorganise-kept = Suunnitelma on tallennettu. Toteuta se: kotopolku reorganise apply --on { $day } --plan { $id }
reorganise-not-kept = Suunnitelmaa ei ole tallennettu; --keep tallentaa sen, jotta toteutus voidaan sitoa siihen.
reorganise-applied = { $count ->
    [one] Toteutettu: yhdellä asialla on uusi vastuuviranomainen { $at } alkaen
   *[other] Toteutettu: { $moved } asialla on uusi vastuuviranomainen { $at } alkaen
    }
reorganise-undone = { $count ->
    [one] Peruttu: yksi asia on ennallaan
   *[other] Peruttu: { $undone } asiaa on ennallaan
    }
reorganise-to-ended = { $cases ->
    [one] Yksi asia palasi viranomaiselle, jota ei sinä päivänä enää ole.
   *[other] { $cases } asiaa palasi viranomaiselle, jota ei sinä päivänä enää ole.
    }
reorganise-changed-since = { $cases ->
    [one] Yksi asia oli muuttunut suunnitelman jälkeen, ja se ratkaistiin uudelleen.
   *[other] { $cases } asiaa oli muuttunut suunnitelman jälkeen, ja ne ratkaistiin uudelleen.
    }
reorganise-outcomes = Mitä tehtiin
reorganise-outcome-moved = uusi vastuullinen
reorganise-outcome-beside = vastuullinen pysyy, muut osalliset vaihtuvat
reorganise-outcome-kept = ennallaan
reorganise-outcome-undone = peruttu
reorganise-outcome-left = jätetty sikseen: päättynyt, toinen vastuullinen tai asiassa on jo tapahtunut jotakin
reorganise-counts = Laskenta
reorganise-even = Ennen ja jälkeen täsmäävät joka tehtävässä: jokaisella avoimella asialla on täsmälleen yksi vastuuviranomainen.
reorganise-uneven = { $broken ->
    [one] Laskenta ei täsmää; yksi asia on rikki. kotopolku prove näyttää, missä.
   *[other] Laskenta ei täsmää; { $broken } asiaa on rikki. kotopolku prove näyttää, missä.
    }
reorganise-no-runs = Sille päivälle ei ole ajettu mitään.
reorganise-kind-apply = toteutus
reorganise-kind-undo = peruminen
reorganise-state-under-way = käynnissä tai keskeytynyt
reorganise-state-done = valmis
reorganise-of = { $seen } / { $expected }
reorganise-stopped-apply = { $count ->
    [one] Toteutus on käynnissä tai keskeytyi, kun { $seen } / { $expected } asia oli käyty läpi. Kirjoitettu on tallessa.
   *[other] Toteutus on käynnissä tai keskeytyi, kun { $seen } / { $expected } asiaa oli käyty läpi. Kirjoitettu on tallessa.
    }
reorganise-stopped-undo = { $count ->
    [one] Peruminen on käynnissä tai keskeytyi, kun { $seen } / { $expected } asia oli käyty läpi. Kirjoitettu on tallessa.
   *[other] Peruminen on käynnissä tai keskeytyi, kun { $seen } / { $expected } asiaa oli käyty läpi. Kirjoitettu on tallessa.
    }
reorganise-stopped-todo = Jatka: kotopolku reorganise resume --on { $day }
reorganise-nothing-under-way = Päivän { $day } ajoja ei ole käynnissä eikä keskeytyneenä.
reorganise-unknown = Tälle virkatehtävälle ei ole sellaista uudelleenjärjestelyä.
reorganise-unknown-todo = Uudelleenjärjestelyt ajaa ylläpitäjä: jätä --as pois.
reorganise-no-such-day = Rekisteri ei tunne uudelleenjärjestelyä päivälle { $day }.
reorganise-no-such-day-todo = Se tuntee: { $days }.
reorganise-unknown-plan = Tallennettua suunnitelmaa { $plan } ei ole.
reorganise-plan-again = Suunnittele uudelleen: kotopolku reorganise plan --keep --on PÄIVÄ
reorganise-other-day = Suunnitelma koskee päivää { $planned }, ei päivää { $asked }.
reorganise-other-edition = Suunnitelma tehtiin rekisterin versiolla { $planned }; voimassa on { $now }. Mitään ei siirretty.
reorganise-moved-too-far = { $count ->
    [one] { $changed } / { $of } avoin asia on muuttunut suunnitelman teon jälkeen. Mitään ei siirretty.
   *[other] { $changed } / { $of } avoimesta asiasta on muuttunut suunnitelman teon jälkeen. Mitään ei siirretty.
    }
reorganise-under-way = Päivän { $day } ajo on käynnissä; sen suorittaja on varannut sen { $until } asti.
reorganise-under-way-todo = Odota, tai jos se on keskeytynyt: kotopolku reorganise resume --on { $day } --take-over
reorganise-taken-over = Joku muu on ottanut ajon hoitaakseen. Kirjoitettu on tallessa, ja hän jatkaa.
reorganise-not-under-way = Ajo { $run } ei ole käynnissä.
reorganise-nothing-applied = Päivälle { $day } toteutetusta ei ole jäljellä mitään peruttavaa.
reorganise-batch = Erässä on 1–10 000 asiaa, ei { $size }.
reorganise-run-of-other-edition = Ajo perustuu rekisterin versioon { $run }; voimassa on { $now }.
reorganise-run-of-other-edition-todo = Jatka sen version ohjelmalla tai peru ja toteuta uudelleen.
