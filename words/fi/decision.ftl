# Hallintopäätökset.
decision-none = Tässä asiassa ei ole tehty päätöstä.
decision-head-decision = Päätös
decision-head-at = Tehty
decision-head-organ = Viranomainen
decision-head-result = Ratkaisu
decision-head-standing = Tilanne
decision-head-received = Saatu tiedoksi
decision-head-appeal = Valitettava viimeistään
decision-row-now = Tilanne
decision-row-made = Tehty
decision-row-by = Päättäjä
decision-row-replaces = Korvaa
decision-row-annuls = Kumoaa
decision-row-notified = Tiedoksianto
decision-row-rests-on = Perustuu
decision-row-appeal = Valitettava viimeistään
decision-row-notification = Tiedoksiannon tunniste
decision-row-register = Rekisteri
decision-row-although = Päätetty nojalla
decision-row-certainty = Varmuus
decision-row-edition = Rekisterin versio
decision-row-id = Tunniste
decision-made-at = { $at } vaiheella ”{ $step }”
decision-made-by = { $organ } ({ $role }), virkatehtävä { $post } ({ $function })
# Mitä siitä tuli.
decision-stands = voimassa
decision-replaced = korvattu
decision-annulled = kumottu
decision-was-replaced = ei enää voimassa: päätös { $by } on tullut sen tilalle
decision-was-annulled = ei enää voimassa: päätös { $by } on kumonnut sen
# Tiedoksianto ja muutoksenhaku.
decision-not-notified = ei vielä
decision-told = { $kind }, saatu tiedoksi { $received }
decision-told-sent = { $kind }, lähetetty { $sent }, saatu tiedoksi { $received }
decision-kind-handed-over = luovuttamalla henkilökohtaisesti
decision-kind-letter = tavallisella kirjeellä
decision-kind-proof-of-receipt = saantitodistusta vastaan
decision-kind-electronic = sähköisesti
decision-kind-publication = yleistiedoksiantona
decision-appeal-not-named = ei tiedossa: rekisterissä ei ole tehtävälle valitusaikaa tuona päivänä
decision-appeal-not-counted = ei tiedossa: rekisterin valitusaikaa ei voi laskea päivinä
# Mitä rekisteri sanoo viranomaisesta.
decision-support-borne = antaa päätösvallan tälle viranomaiselle
decision-support-open = ei sulje viranomaista pois, mutta vastaus vaatii lisätietoja
decision-support-gone = nimeää toisen viranomaisen tai ei ketään
decision-certainty-verified = luettu laista
decision-certainty-inferred = päätelty laista
decision-certainty-seed = rekisterin lähtötekstistä; ei luettu laista
# Mitä tehtiin.
decision-made = Päätös { $name } on tehty asiassa { $case }.
decision-made-instead = Päätös { $name } on tehty asiassa { $case } aiemman tilalle.
decision-made-annulling = Päätös { $name } on tehty asiassa { $case }. Se kumoaa aiemman.
decision-notified = Päätöksen { $name } tiedoksianto on kirjattu.
# Mitä kirjoitettiin väärin.
decision-wrong = ”{ $word }” ei ole päätös.
decision-wrong-todo = Kirjoita se niin kuin kotopolku decision list ASIA sen näyttää, esimerkiksi 7/1, tai sen tunniste.
# Mikä on esteenä.
decision-unknown = Tällä virkatehtävällä ei ole sellaista päätöstä.
decision-unknown-todo = kotopolku decision list ASIA näyttää asian päätökset.
decision-not-competent = Viranomainen ei voi päättää asiassa { $number }: { $link }.
decision-link-closed = asia päätettiin { $at }
decision-link-never-bore = asia ei ole koskaan kuulunut sille
decision-link-ended = asia ei enää kuulu sille; sen vastuu päättyi { $at }
decision-link-not-begun = asia ei vielä kuulu sille; sen vastuu alkaa { $at }
decision-link-looks-after = se vain huolehtii asiasta, koska { $why }, eikä huolehtiminen anna päätösvaltaa
decision-link-looks-after-todo = Selvitä ensin, kuka on päävastuullinen: kotopolku case settle ASIA
decision-link-other-verbs = se on asiassa osallisena ilman päätösvaltaa (sen osa: { $has }); päätösvallan haltija: { $organs }
decision-link-other-verbs-nobody = se on asiassa osallisena ilman päätösvaltaa (sen osa: { $has }), eikä päätösvaltaa ole nyt muillakaan osallisilla
decision-link-other-role = sen rooli asiassa on ”{ $is }”, ja vaihe kuuluu roolille ”{ $by }”
decision-link-function = virkatehtävän toimi on { $is }, ja vaihe vaatii toimen { $by }
decision-link-function-todo = Toimi virkatehtävänä, jolla on se toimi: kotopolku post list
decision-link-not-by-law = { $day } rekisterin mukaan päätösvallan haltija on { $now }
decision-link-not-by-law-nobody = { $day } rekisterin mukaan päätösvaltaa ei ole kenelläkään
decision-link-not-by-law-todo = Siirrä asia. Jos se jää siirtymäsäännöksen nojalla tänne, ilmoita säännös ja pykälä valitsimella --although.
decision-link-organ-not-there = viranomaista ei ole olemassa { $day }
decision-between-nobody = rekisterin mukaan kukaan ei ole päävastuullinen
decision-between-ask = päävastuullista ei voi nimetä ilman lisätietoja
decision-between-undetermined = päävastuullisia voi olla useita
decision-between-contradiction = kirjatut tiedot eivät kaikki voi pitää paikkaansa
decision-decides-nothing = Vaiheessa { $step } ei tehdä päätöstä.
decision-decides-nothing-todo = Päätös tehdään vaiheissa: { $steps }. Muut vaiheet otetaan komennolla kotopolku case step.
decision-decides-nothing-none = Vaiheessa { $step } ei tehdä päätöstä, eikä tämän asian muissakaan vaiheissa.
decision-stands-no-longer-replaced = Se päätös ei ole enää voimassa: päätös { $by } on tullut sen tilalle.
decision-stands-no-longer-annulled = Se päätös ei ole enää voimassa: päätös { $by } on kumonnut sen.
decision-of-another-matter = Päätös voi korvata vain samaa henkilöä ja samaa tehtävää koskevan päätöksen.
decision-notified-already = Päätös on jo annettu tiedoksi; se saatiin tiedoksi { $received }.
decision-notified-already-todo = Jos se kirjattiin väärin, korvaa se tällä: --replaces { $id }
decision-not-the-last-notification = Se ei ole päätöksen viimeisin tiedoksianto.
decision-not-the-last-notification-todo = kotopolku decision show näyttää viimeisimmän.
decision-day-before-decision = Päätöstä ei voi antaa tiedoksi { $day }: se tehtiin { $made }.
decision-day-before-sending = Päätöstä ei voi olla saatu tiedoksi { $day }: se lähetettiin { $sent }.
decision-day-not-yet = Päivä { $day } ei ole vielä tullut: tänään on { $today }.
decision-no-reason = Tiedoksisaantipäivän peruste puuttuu.
decision-no-reason-todo = Kerro se valitsimella --reason: todistus tai pykälä.
decision-state-the-day = Rekisteri ei laske tiedoksisaantipäivää, kun päätös annetaan tiedoksi { $kind }.
decision-state-the-day-todo = Ilmoita päivä valitsimella --received ja sen peruste valitsimella --reason.
decision-say-which-limit = Valitusaika muuttui päätöksen ja sen tiedoksisaannin välillä: { $limits } voi tulla sovellettavaksi.
decision-say-which-limit-todo = Ilmoita sovellettava valitsimella --limit.
decision-not-a-limit = ”{ $limit }” ei ole valitusaika, jota voisi soveltaa tässä.
decision-not-a-limit-todo = Mahdollisia ovat: { $limits }.
decision-not-a-limit-none = Rekisterissä ei ole tehtävälle valitusaikaa näinä päivinä. Jätä --limit pois.
decision-limit-when-made = { $limit } (voimassa, kun päätös tehtiin)
decision-limit-when-received = { $limit } (voimassa, kun päätös saatiin tiedoksi)
# Uudelleen laskeminen.
decision-not-for-this-post = Vain ylläpitäjä ja virkatehtävät, joiden toimi on auditor, laskevat päätökset uudelleen.
decision-not-for-this-post-todo = kotopolku decision list ASIA näyttää asian päätökset.
decision-replay-progress = { $done } / { $of } päätöstä
decision-replay-none = Päätöksiä ei ole vielä tehty.
decision-replay-same = { $count ->
        [one] Ainoa päätös pysyy samana sen rekisterin version mukaan, jonka aikana se tehtiin.
       *[other] Kaikki { $count } päätöstä pysyvät samoina niiden rekisterin versioiden mukaan, joiden aikana ne tehtiin.
    }
decision-replay-same-today = { $count ->
        [one] Nykyinen rekisteri antaisi ainoan päätöksen samalle viranomaiselle.
       *[other] Nykyinen rekisteri antaisi kaikki { $count } päätöstä samoille viranomaisille.
    }
decision-replay-differs = Kaikki päätökset eivät pysy samoina:
decision-replay-differs-today = Nykyinen rekisteri ei antaisi kaikkia päätöksiä samalle viranomaiselle:
decision-replay-one = { $day }, { $organ }: päätös { $decision }
decision-replay-more = { $count ->
        [one] Yksi muu jää nimeämättä; --at-most nimeää useampia.
       *[other] { $count } muuta jää nimeämättä; --at-most nimeää useampia.
    }
decision-replay-row-all = Laskettu uudelleen
decision-replay-row-same = Samoja
decision-replay-row-differs = Toisin
decision-replay-row-cannot = Ei voi laskea uudelleen
decision-differs-altered = se ei sano samaa kuin tehtäessä: joku on muuttanut sitä tietokannassa
decision-differs-organ-of-holding = siinä viranomainen on { $decision }, mutta vastuujakson, johon se perustuu, viranomainen on { $holding }
decision-differs-role-of-holding = siinä rooli on ”{ $decision }”, mutta vastuujaksossa ”{ $holding }”
decision-differs-not-held-then = vastuujakso, johon se perustuu, ei ollut silloin voimassa tai kuuluu toiseen asiaan
decision-differs-no-power = vastuujakso, johon se perustuu, ei anna päätösvaltaa, vain: { $verb }
decision-differs-other-day = se on päivätty { $decision }, mutta tehty { $instant }
decision-differs-other-organs = rekisterin mukaan päättäjä on { $to } ({ $basis })
decision-differs-nobody = rekisterin mukaan päättäjää ei ole ({ $basis })
decision-differs-other-support = siinä sanotaan, että rekisteri ”{ $from }”; nyt rekisteri ”{ $to }”
decision-differs-other-clauses = päätösvalta perustuu muihin kohtiin: { $to } eikä { $from }
decision-differs-other-basis = samat kohdat perustuvat muuhun: { $to } eikä { $from }
decision-cannot-edition-missing = tietokannassa ei ole rekisterin versiota { $edition }
decision-cannot-edition-changed = versiona { $edition } säilytetyt tiedostot ovat version { $found }
decision-cannot-edition-unreadable = versiona { $edition } säilytettyjä tiedostoja ei voi lukea
decision-cannot-edition-faulty = { $faults ->
        [one] versiosta { $edition } ei synny rekisteriä: siinä on yksi virhe
       *[other] versiosta { $edition } ei synny rekisteriä: siinä on { $faults } virhettä
    }
decision-cannot-unknown-duty = versio ei tunne tehtävää { $duty }
decision-cannot-holding-missing = vastuujaksoa { $holding }, johon se perustuu, ei ole
# Työpöydällä.
decision-form-notify = Kirjaa tiedoksianto
decision-form-lead = Tiedoksiannosta lasketaan, mihin päivään asti päätökseen voi hakea muutosta.
decision-form-kind = Miten päätös annettiin tiedoksi?
decision-form-kind-missing = Valitse, miten päätös annettiin tiedoksi.
decision-form-sent = Lähetetty, luovutettu tai julkaistu
decision-form-received = Vastaanotettu
decision-form-received-hint = Jätä tyhjäksi, jos päivä lasketaan lain mukaan.
decision-form-reason = Mihin päivä perustuu?
decision-form-reason-hint = Vastaanottotodistus tai pykälä.
decision-form-limit = Mikä valitusaika koskee tätä?
decision-form-do = Kirjaa tiedoksianto
