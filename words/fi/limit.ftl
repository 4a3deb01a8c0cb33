# Asioissa kuluvat määräajat.
limit-none = Tässä asiassa ei ole kulunut määräaikoja.
limit-row-now = Tilanne
limit-row-time = Aika
limit-row-counted = Lasketaan
limit-row-from = Alkoi
limit-row-spent = Kulunut
limit-row-last-day = Viimeinen päivä
limit-row-stopped = Keskeytys
limit-row-extended = Pidennys
limit-row-sure = Varma
# Miten se on.
limit-runs = kuluu
limit-stands-still = keskeytetty { $since } – { $last }
limit-stands-still-open = keskeytetty { $since } alkaen; päättymispäivä ei ole vielä tiedossa
limit-met = noudatettu { $day } vaiheella ”{ $step }”
limit-met-in-time = noudatettu ajoissa { $day } vaiheella ”{ $step }”
limit-met-late = noudatettu myöhässä { $day } vaiheella ”{ $step }”
limit-ended-closed = ei noudatettu; päättyi { $day }, kun asia päätettiin
limit-ended-replaced = päättyi { $day }: versiossa, johon asia siirrettiin, ei ole tällaista määräaikaa
# Milloin se alkoi ja miten se lasketaan.
limit-from-opening = { $day }, kun asia avattiin
limit-from-step = { $day } vaiheesta ”{ $step }”
limit-from-version = { $day }; tuli mukaan, kun asia siirrettiin toiseen versioon
limit-rule-calendar-days = kalenteripäivinä seuraavasta päivästä lukien
limit-rule-working-days = työpäivinä seuraavasta päivästä lukien
limit-rule-month-end-clipped = järjestysnumeroltaan samaan päivään; jos kuukaudessa ei ole sellaista, sen viimeiseen päivään
limit-rule-month-end-overflow = järjestysnumeroltaan samaan päivään; jos kuukaudessa ei ole sellaista, seuraavan kuukauden ensimmäiseen päivään
limit-rule-next-working-day = { $rule }; jos virastot ovat silloin kiinni, seuraavaan arkipäivään
limit-spent-calendar-days = { $spent } / { $given } kalenteripäivää
limit-spent-working-days = { $spent } / { $given } työpäivää
limit-last-day = { $day } ({ $left })
limit-last-day-unknown = ei tiedossa keskeytyksen aikana
limit-left = { $count ->
        [one] yksi päivä jäljellä
       *[other] { $count } päivää jäljellä
    }
limit-left-today = tänään
limit-left-over = { $count ->
        [one] yhden päivän myöhässä
       *[other] { $count } päivää myöhässä
    }
limit-running = { $count ->
        [one] yhden päivän ajan
       *[other] { $count } päivän ajan
    }
limit-running-today = tästä päivästä
limit-stop = { $from } – { $last }: { $reason } ({ $basis })
limit-stop-open = { $from } alkaen: { $reason } ({ $basis })
limit-extension = { $length }: { $reason } ({ $basis })
limit-sure = kyllä
limit-unsure = ei: tiedoista ei ilmene, koskeeko määräaika asiaa, tai virkamies harkitsee sen; määräaika kuluu silti
limit-perhaps = { $what } (ei varmaa)
# Mitä tehtiin.
limit-stopped = Määräaika on keskeytetty { $day } alkaen.
limit-resumed = Määräaikaa lasketaan taas { $day } alkaen.
limit-extended = Määräaikaa on pidennetty: { $length }.
limit-due-none = Mitään ei ole määrä tehdä viimeistään { $day }.
limit-reminders-none = Yksikään muistutus ei odota.
limit-reminders-none-case = Tässä asiassa ei ole lähetetty muistutuksia.
limit-acknowledged = Muistutus asiasta { $number } on kuitattu.
limit-climbed = { $count ->
        [one] Yksi muistutus lähetettiin:
       *[other] { $count } muistutusta lähetettiin:
    }
limit-climbed-none = Yksikään muistutus ei ollut vuorossa.
limit-rung-before = { $count ->
        [one] yksi päivä ennen
       *[other] { $count } päivää ennen
    }
limit-rung-on = viimeisenä päivänä
limit-rung-after = { $count ->
        [one] yksi päivä jälkeen
       *[other] { $count } päivää jälkeen
    }
limit-head-last-day = Viimeinen päivä
limit-head-left = Aikaa
limit-head-case = Asia
limit-head-what = Mitä
limit-head-limit = Määräaika
limit-head-rung = Muistutus
limit-head-sent = Lähetetty
limit-head-organ = Kenelle
limit-head-acknowledged = Kuittaaja
limit-head-id = Tunniste
# Mitä kirjoitettiin väärin.
limit-wrong = ”{ $word }” ei ole määräaika.
limit-wrong-todo = Kirjoita se niin kuin kotopolku limit list ASIA sen näyttää, esimerkiksi 7/start-to-2024, tai sen tunniste.
limit-reminder-wrong = ”{ $word }” ei ole muistutuksen tunniste.
limit-reminder-wrong-todo = kotopolku limit reminders näyttää odottavat muistutukset.
limit-length-wrong = ”{ $word }” ei ole ajan pituus.
limit-length-wrong-todo = Kirjoita englanniksi, esimerkiksi "1 month", "2 weeks", "10 days" tai "5 working days".
# Mikä on esteenä.
limit-unknown = Tällä virkatehtävällä ei ole sellaista määräaikaa tai muistutusta.
limit-unknown-todo = kotopolku limit list ASIA näyttää asian määräajat, kotopolku limit reminders odottavat muistutukset.
limit-runs-no-more = Määräaika ”{ $limit }” ei ole kulunut enää { $day } jälkeen: sitä on noudatettu tai se on päättynyt.
limit-without-delay = Viipymättä tehtävällä (”{ $limit }”) ei ole päiviä, joita voisi keskeyttää tai pidentää.
limit-reason-missing = Syy puuttuu.
limit-reason-missing-todo = Kerro syy valitsimella --reason; myös henkilö lukee sen.
limit-basis-missing = Oikeusperuste puuttuu.
limit-basis-todo = Anna säädöksen numero ja pykälä valitsimella --basis, esimerkiksi "434/2003 §31".
limit-unknown-basis = ”{ $cited }” ei ole säädös, joka olisi ollut voimassa määräajan alkaessa tai olisi voimassa { $day }.
limit-before-start = Määräaika alkaa { $started }: sitä ei voi keskeyttää { $from } alkaen.
limit-ends-before-it-begins = Keskeytys, joka alkaa { $from }, ei voi päättyä { $until }: --until on ensimmäinen päivä, joka lasketaan taas.
limit-over = Viimeinen päivä on { $day }: sen jälkeistä aikaa ei voi keskeyttää, eikä päättynyttä aikaa anneta takaisin.
limit-stands-still-already = Määräaika on jo keskeytetty { $day } alkaen, eikä keskeytyksen loppu ole tiedossa.
limit-stands-still-already-todo = Jatka ensin laskemista komennolla kotopolku limit resume tai anna uudelle keskeytykselle loppu valitsimella --until.
limit-does-not-stand-still = Määräaika ei ole keskeytettynä { $day }.
limit-unfit = Määräaika lasketaan { $rule }. Sitä ei voi pidentää näin: { $length }.
limit-adds-nothing = Pidennyksen on oltava pidempi kuin ei mitään.
limit-changed = Joku muu on sillä välin muuttanut viimeistä päivää: se on nyt { $day }. Mitään antamaasi ei tallennettu.
limit-changed-unknown = Joku muu on sillä välin muuttanut määräaikaa: viimeinen päivä ei ole nyt tiedossa. Mitään antamaasi ei tallennettu.
limit-changed-todo = Katso määräaika sellaisena kuin se nyt on ja tee uudelleen, jos se on yhä oikein.
limit-out-of-range = Viimeinen päivä olisi kalenterin lopun jälkeen.
limit-no-rule = Rekisteri ei sano, miten määräaika ”{ $limit }” lasketaan.
limit-no-rule-todo = Vika on rekisterissä: kotopolku check
limit-version-gone = Rekisterissä ei ole enää asiatyypin { $case_type } versiota { $version }, jota asia noudattaa.
limit-version-gone-todo = Käytä rekisteriä, jossa se on: --register KANSIO
limit-acknowledged-already = { $post } on jo kuitannut tämän muistutuksen.
limit-operator-only = Vain ylläpitäjä lähettää muistutuksia.
limit-operator-only-todo = Jätä --as pois. Palvelin lähettää ne itse minuutin välein.
# Työpöydällä.
limit-form-stop = Pysäytä määräaika
limit-form-resume = Jatka määräajan laskemista
limit-form-extend = Pidennä määräaikaa
limit-form-from = Ensimmäinen päivä, jota ei lasketa
limit-form-until = Ensimmäinen päivä, joka taas lasketaan
limit-form-until-hint = Esimerkiksi 31.1.2025. Jätä tyhjäksi, jos sitä ei tiedetä.
limit-form-length = Kuinka paljon lisää?
limit-form-length-hint = Luku, esimerkiksi 2.
limit-form-length-wrong = Kirjoita luku ja valitse päivät, viikot tai kuukaudet.
limit-form-unit = Mitä?
limit-form-days = päivää
limit-form-working-days = arkipäivää
limit-form-weeks = viikkoa
limit-form-months = kuukautta
limit-form-years = vuotta
limit-form-reason = Miksi?
limit-form-basis = Lain kohta
limit-form-basis-hint = Säädöksen numero ja pykälä, esimerkiksi 434/2003 §31.
