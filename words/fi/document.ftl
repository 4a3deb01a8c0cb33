# Documents: the files of a case.
document-bytes = { $size } tavua
document-kilobytes = { $size } kt
document-megabytes = { $size } Mt
document-gigabytes = { $size } Gt
document-wrong = ”{ $word }” ei ole asiakirjan tunnus.
document-unknown = Tälle virkatehtävälle ei ole sellaista asiakirjaa.
document-unknown-todo = kotopolku document list ASIA näyttää asian asiakirjat.
document-added = Lisätty: { $name }, versio { $number }, { $size }.
document-is = Asiakirjan tunnus on { $document }.
document-disagree = Tiedoston ilmoitettu muoto on { $claimed }, mutta sen sisältö on { $found }. Se säilytetään, mutta luovutetaan vain ladattavaksi.
document-fetched = { $name }, versio { $number }, { $size }, on tallennettu tiedostoon { $file }. Sisältö on sama kuin lisättäessä.
document-withdrawn = Asiakirja on peruutettu: kukaan ei enää lue sitä. Se, että asiakirja on ollut olemassa, ja peruutuksen syy jäävät näkyviin.
document-none = Asiassa ei ole asiakirjoja.
document-head-name = Nimi
document-head-version = Versio
document-head-size = Koko
document-head-type = Sisältö
document-head-added = Lisätty
document-head-organ = Lisääjä
document-head-state = Peruutettu
document-head-identity = Asiakirja
document-state-withdrawn = { $at }: { $reason }
document-uploading = { $file }: { $read } / { $whole }
document-fetching = { $name }: { $read } / { $whole }
document-verifying = Luettu { $done } / { $total }, { $bytes_done } / { $bytes }
document-verified = { $right ->
    [one] Yksi sisältö on sellainen kuin se lisättiin, { $size }.
   *[other] { $right } sisältöä on sellaisia kuin ne lisättiin, { $size }.
    }
document-named-version = { $document } versio { $number }
document-found-missing = Puuttuu: sisältö { $hash }, { $versions }
document-found-changed = Muuttunut: sisältö { $hash }, { $versions }
document-faulty-todo = Palauta sisältö asiakirjojen varmuuskopiosta tai lisää sama tiedosto uudelleen: se korjaa vian. Suorita sitten kotopolku document verify.
document-left-over = { $left ->
    [one] Lisäksi on yksi keskeytynyt tai käynnissä oleva lähetys. kotopolku document sweep siivoaa keskeytyneet.
   *[other] Lisäksi on { $left } keskeytynyttä tai käynnissä olevaa lähetystä. kotopolku document sweep siivoaa keskeytyneet.
    }
document-swept-nothing = Siivottavaa ei ollut.
document-swept-removed = { $removed ->
    [one] Yksi jäänne on poistettu, { $size }.
   *[other] { $removed } jäännettä on poistettu, { $size }.
    }
document-swept-aside = { $aside ->
    [one] Yksi sisältö, johon mikään asiakirja ei viittaa, on siirretty syrjään; seuraava siivous poistaa sen.
   *[other] { $aside } sisältöä, joihin mikään asiakirja ei viittaa, on siirretty syrjään; seuraava siivous poistaa ne.
    }
document-swept-back = { $back ->
    [one] Yksi, johon asiakirja nyt viittaa, on palautettu paikalleen.
   *[other] { $back }, joihin asiakirjat nyt viittaavat, on palautettu paikalleen.
    }
document-largest = Tiedosto saa olla enintään { $size }.
document-no-such-version = Asiakirjalla ei ole versiota { $asked }; viimeisin on { $last }.
document-is-withdrawn = { $organ } on peruuttanut asiakirjan { $at }. Sitä ei voi lukea eikä siihen voi lisätä versioita.
document-not-the-last = Versio { $based_on } ei ole enää viimeisin: { $organ } lisäsi version { $last } { $at }. Omaa versiotasi ei tallennettu.
document-not-the-last-todo = Hae versio { $last }, vie muutoksesi siihen ja lisää se valitsimella --based-on { $last }.
document-not-yours = Asiakirjan voi peruuttaa vain sen lisännyt viranomainen ({ $organ }) tai asian vastuuviranomainen.
document-no-reason = Asiakirjan peruuttamiselle on annettava syy.
document-missing = Sisältö { $hash } ei ole paikallaan.
document-changed = Sisältö { $hash } ei ole enää se, joka lisättiin. Siitä ei jätetty mitään tänne.
document-no-place = Ei ole tiedossa, missä asiakirjoja säilytetään.
document-no-place-todo = Anna --documents folder:/polku tai --documents s3://bucket/prefix.
document-place = Asiakirjojen säilytyspaikkaa ei voi käyttää: { $why }
document-grace = { $hours ->
    [one] Lähetys voi olla kesken: jätä rauhaan se, mikä on alle tunnin ikäistä.
   *[other] Lähetys voi olla kesken: jätä rauhaan se, mikä on alle { $hours } tunnin ikäistä.
    }
document-not-ours = Valtaosaa paikassa olevasta ei mainita tässä tietokannassa, joka tuntee { $named } sisältöä. Paikka näyttää kuuluvan toiselle tietokannalle; mihinkään ei koskettu.
document-not-ours-todo = Tarkista --database ja --documents.
document-no-such-limit = Raja on 1 tavusta 5 gigatavuun.
document-empty = Tiedosto on tyhjä. Mitään ei lisätty.
document-too-large = Tiedosto on suurempi kuin { $limit }. Mitään ei lisätty.
document-program = Tiedosto on ohjelma tai komentosarja ({ $found }). Sellaisia ei oteta vastaan, olipa nimi mikä tahansa.
document-runs-by-name = Tiedostot, joiden nimen lopussa on .{ $ending }, käynnistyvät avattaessa. Sellaisia ei oteta vastaan.
document-name-too-long = Nimessä on yli { $limit } merkkiä.
document-broke-off = Tiedostoa ei voitu lukea loppuun. Siitä ei tallennettu mitään.
document-file-unreadable = Tiedostoa { $file } ei voi lukea: { $why }.
document-file-unwritable = Tiedostoa { $file } ei voi kirjoittaa: { $why }.
document-file-is-folder = { $file } on kansio.
document-file-exists = { $file } on jo olemassa.
document-file-exists-todo = Valitse toinen nimi valitsimella --to; mitään ei kirjoiteta yli.
document-bytes-and-json = Vakiotulosteeseen ei mahdu sekä asiakirja että vastaus ohjelmille.
document-bytes-and-json-todo = Kirjoita tiedostoon valitsimella --to TIEDOSTO tai jätä --format json pois.
document-why-not-found = sellaista tiedostoa tai kansiota ei ole
document-why-denied = käyttöoikeus puuttuu
document-why-full = levy on täynnä
# Työpöydällä.
document-form-add = Lisää asiakirja
document-form-choose = Valitse tiedosto.
document-form-file = Tiedosto
document-form-hint = Enintään { $size }. Ohjelmia ja komentosarjoja ei oteta vastaan.
document-form-reason = Miksi?
document-form-version = Lisää uusi versio
document-form-withdraw = Peruuta asiakirja
document-form-withdraw-lead = Kukaan ei enää lue asiakirjaa. Näkyviin jää, että se on ollut ja miksi se peruutettiin. Tätä ei voi perua.
