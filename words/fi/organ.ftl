organ-list-title = Viranomaiset { $day }
organ-list-intro = Kaikki, joilla on tehtävä kotouttamisessa, eduskunnasta ja ministeriöistä henkilöön itseensä, niillä nimillä, jotka niillä tuona päivänä oli.
organ-search = Hae nimellä
organ-day = Päivä
organ-show = Näytä viranomaiset
organ-show-day = Näytä tuo päivä
organ-found = { $count ->
        [one] Yksi viranomainen sopii hakuun ”{ $words }”
       *[other] { $count } viranomaista sopii hakuun ”{ $words }”
    }
organ-found-none = Mikään viranomainen ei sovi hakuun ”{ $words }” tuona päivänä. Kokeile toista sanaa tai toista päivää.
organ-others = Muut
organ-to-municipalities = Kaikki kunnat
organ-to-sources = Lait ja muut lähteet
organ-municipalities = { $count ->
        [one] yksi kunta
       *[other] { $count } kuntaa
    }
organ-organs = { $count ->
        [one] yksi viranomainen
       *[other] { $count } viranomaista
    }
organ-name-missing = nimeä ei ole nähty tällä kielellä
organ-exists = Toiminta-aika
organ-before = Edeltäjä
organ-after = Seuraaja
organ-not-there-title = Viranomaista ei ollut tuona päivänä
organ-not-there = Sitä ei ollut { $day }; se on toiminnassa { $exists }. Valitse alta toinen päivä.
organ-independent = Kukaan ei ohjaa sitä
organ-names-note = Nimestä
organ-note = Hyvä tietää
organ-leads = Vastaa tehtävistä ({ $count })
organ-leads-none = Tuona päivänä se ei vastaa itse mistään rekisterin tehtävästä.
organ-beside = Toimii muiden rinnalla ({ $count })
organ-beside-none = Tuona päivänä se ei toimi kenenkään rinnalla.
organ-provided = Edellyttää
organ-chain = Ohjaus, valvonta ja neuvonta
organ-above = Kuka ohjaa, valvoo ja neuvoo sitä
organ-above-none = Rekisterin mukaan ei kukaan tuona päivänä.
organ-below = Ketä se itse ohjaa, valvoo ja neuvoo
organ-below-none = Rekisterin mukaan ei ketään tuona päivänä.
organ-area = Toimialue
organ-area-none = Sillä ei ole omaa aluetta: se toimii koko maassa tai siellä, minne tehtävä sen vie.
