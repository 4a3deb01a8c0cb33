# Tilit ja kirjautuminen.
account-desk = Työpöytä
account-mine = Oma tili
account-sign-out = Kirjaudu ulos
account-officials = Kirjaudu sisään
account-privacy = Eväste pitää sinut kirjautuneena. Mitä teet ja mitä luet ihmisistä, kirjataan lokiin.
account-sign-in = Kirjaudu sisään
account-sign-in-lead = Viranhaltijoille, joilla on täällä tili. Kaikkea muuta näillä sivuilla voi lukea ilman sitä.
account-login = Nimi
account-login-hint = Nimi, jonka sait tilisi mukana.
account-password = Salasana
account-not-right = Nimi tai salasana ei täsmää. Tarkista molemmat ja yritä uudelleen.
account-wait-seconds = { $count ->
        [one] Täältä on yritetty liian monta kertaa. Odota { $count } sekunti ja yritä sitten uudelleen.
       *[other] Täältä on yritetty liian monta kertaa. Odota { $count } sekuntia ja yritä sitten uudelleen.
    }
account-wait-minutes = { $count ->
        [one] Täältä on yritetty liian monta kertaa. Odota { $count } minuutti ja yritä sitten uudelleen.
       *[other] Täältä on yritetty liian monta kertaa. Odota { $count } minuuttia ja yritä sitten uudelleen.
    }
account-forgotten = Oletko unohtanut salasanan tai kadottanut puhelimen, jossa koodit ovat? Se, joka hoitaa viranomaisesi tilejä, voi korjata asian.
account-code-title = Vielä yksi vaihe
account-code-lead = Tililläsi on toinen tunniste. Avaa puhelimesi sovellus ja kirjoita sen näyttämät kuusi numeroa.
account-code = Koodi
account-code-hint = Kuusi numeroa tai jokin palautuskoodeistasi.
account-code-not-right = Koodi ei täsmää tai se on jo käytetty. Odota seuraavaa ja kirjoita se.
account-code-go-on = Jatka
account-code-over = Aikaa kului liikaa. Kirjaudu sisään uudelleen.
account-signed-out = Olet kirjautunut ulos.
account-ended = Sinun on kirjauduttava sisään. Istunto päättyy, kun sitä ei ole käytetty puoleen tuntiin, kahdentoista tunnin kuluttua ja kun salasana vaihdetaan.
account-desk-title = Työpöytä
account-acting = Toimit virkatehtävässä { $title }, { $organ }.
account-no-post = Tililläsi ei ole virkatehtävää, joten täällä ei ole vielä mitään nähtävää.
account-no-post-todo = Pyydä viranomaisesi tilejä hoitavaa antamaan sille virkatehtävä.
account-choose = Missä virkatehtävässä toimit?
account-choose-lead = Tililläsi on useita virkatehtäviä. Se, mitä näet ja saat tehdä, seuraa valitsemastasi virkatehtävästä.
account-choose-other = Toimi toisessa virkatehtävässä
account-act = Toimi tässä
account-leads = Täältä
account-to-register = Kysy rekisteristä, kuka vastaa
account-key-file = Avaintiedostoa { $path } ei voi käyttää: { $why }
account-key-file-todo = Palauta oikea tiedosto: ilman sitä lisättyjä toisia tunnisteita ei voi kysyä. Tai anna toinen valitsimella --key-file.
account-key-file-no-key = siinä ei ole avainta
account-operator-only = Vain ylläpitäjä hoitaa tilejä.
account-unknown = Tiliä ”{ $login }” ei ole.
account-unknown-todo = kotopolku account list näyttää tilit.
account-taken = Tili ”{ $login }” on jo olemassa. Suljettu tili pitää nimensä, jotta loki pysyy selvänä.
account-not-a-login = ”{ $login }” ei käy kirjautumisnimeksi: pienet kirjaimet a–z, numerot ja .@_+- käyvät, 2–80 merkkiä.
account-not-a-login-todo = Esimerkiksi anna.example
account-not-a-name = Kenen tili on, sanotaan valitsimella --name, 1–120 merkkiä.
account-not-a-language = ”{ $language }” ei ole mikään kielistä sv, fi ja en.
account-closed-already = Tili { $login } suljettiin { $at }. Sitä ei avata uudelleen.
account-has-post = Tili saa jo toimia virkatehtävässä { $post }.
account-not-its-post = Tili ei saa toimia virkatehtävässä { $post }.
account-password-short = { $count ->
        [one] Salasanassa on vähintään { $count } merkki.
       *[other] Salasanassa on vähintään { $count } merkkiä.
    }
account-password-long = { $count ->
        [one] Salasanassa on enintään { $count } merkki.
       *[other] Salasanassa on enintään { $count } merkkiä.
    }
account-password-guessed = Salasana on helppo arvata: se on nimi, yleinen sana tai samaa yhä uudelleen.
account-password-todo = Neljästä tai viidestä sanasta, jotka eivät liity toisiinsa, tulee hyvä salasana.
account-no-second-factor = Tilillä ei ole toista tunnistetta.
account-subject-taken = Tuo tunnistuspalvelun henkilö on jo liitetty tiliin.
account-added = Tili { $login } on luotu.
account-added-todo = Seuraavaksi: kotopolku account password { $login } --make, sitten kotopolku account post add { $login } VIRKATEHTÄVÄ
account-closed = Tili { $login } on suljettu, ja sen istunnot ovat päättyneet.
account-post-given = Tili { $login } saa toimia virkatehtävässä { $post }.
account-post-taken = Tili { $login } ei enää saa toimia virkatehtävässä { $post }.
account-password-set = Tilillä { $login } on uusi salasana. Sen istunnot ovat päättyneet.
account-password-once = Se näytetään vain tämän kerran. Saaja vaihtaa sen kohdassa ”Oma tili”.
account-factor-reset = Tilillä { $login } ei enää ole toista tunnistetta. Sen istunnot ovat päättyneet.
account-sessions-ended = { $count ->
        [one] { $count } istunto tililtä { $login } on päättynyt.
       *[other] { $count } istuntoa tililtä { $login } on päättynyt.
    }
account-none = Tilejä ei ole vielä.
account-none-todo = Luo tili: kotopolku account add anna.example --name "Anna Example"
account-yes = kyllä
account-head-name = Kenen
account-head-posts = Saa toimia
account-head-closed = Suljettu
account-factor = Toinen tunniste
account-new-password = Uusi salasana
account-new-again = Sama toisen kerran
account-not-the-same = Nämä kaksi eivät ole samat. Mitään ei muutettu.
account-old-password = Nykyinen salasana
account-change-password = Vaihda salasana
account-password-hint = { $count ->
        [one] Vähintään { $count } merkki.
       *[other] Vähintään { $count } merkkiä. Neljä tai viisi sanaa, jotka eivät liity toisiinsa, on hyvä.
    }
account-password-changed = Salasana on vaihdettu. Kaikki muut istunnot ovat päättyneet.
account-old-not-right = Nykyinen salasana ei täsmää.
account-factor-why = Kun tilillä on toinen tunniste, kukaan ei pääse sisään pelkällä salasanallasi. Tarvitset puhelimeen sovelluksen, joka näyttää kuusi numeroa.
account-factor-add = Lisää toinen tunniste
account-factor-on = Tililläsi on toinen tunniste.
account-factor-codes-left = { $count ->
        [one] Sinulla on { $count } palautuskoodi jäljellä.
       *[other] Sinulla on { $count } palautuskoodia jäljellä.
    }
account-factor-remove = Poista toinen tunniste
account-factor-removed = Toinen tunniste on poistettu. Nyt pelkkä salasana avaa tilin.
account-factor-no-key = Tällä palvelimella ei ole avainta, jolla toiset tunnisteet säilytetään, joten sellaista ei voi lisätä. Palvelimen ylläpitäjä voi antaa sille avaimen.
account-factor-title = Lisää toinen tunniste
account-factor-scan = Avaa sovellus ja anna sen lukea tämä kuva.
account-factor-picture = Kuva, jonka sovellus lukee
account-factor-write = Jos se ei onnistu, kirjoita sovellukseen tämä:
account-factor-prove = Kirjoita ne kuusi numeroa, jotka se nyt näyttää. Siihen asti mikään ei muutu.
account-factor-prove-button = Lisää se
account-factor-anew = Näytä uusi kuva
account-codes-title = Palautuskoodisi
account-codes-lead = Toinen tunniste on lisätty. Jos kadotat puhelimen, kukin näistä koodeista päästää sinut sisään kerran. Ne näytetään vain nyt: tulosta ne tai säilytä ne siellä, missä säilytät salasanasi.
account-codes-kept = Olen ottanut ne talteen
account-sessions = Missä olet kirjautuneena
account-sessions-lead = Jos et tunnista jotakin näistä, päätä se ja vaihda salasanasi.
account-session-this = tämä
account-session-from = Osoite
account-session-end = Päätä
account-session-ended = Istunto on päättynyt.
# Työpöydällä.
account-form-kept = Istuntosi oli päättynyt. Kirjoittamasi on tallessa luonnoksena. Kirjaudu uudelleen, niin löydät sen.
