municipality-list-title = Kunnat { $day }
municipality-list-intro = Valitse kunta ja katso, kuka siellä on kuka: mikä toimisto, mikä keskus, mikä hyvinvointialue.
municipality-search = Hae kuntaa
municipality-show = Näytä kunnat
municipality-found = { $count ->
        [one] Yksi kunta sopii hakuun ”{ $words }”
       *[other] { $count } kuntaa sopii hakuun ”{ $words }”
    }
municipality-found-none = Mikään kunta ei sovi hakuun ”{ $words }” tuona päivänä. Kirjoita nimi suomeksi tai ruotsiksi, tai kunnan numero.
municipality-merged = Kunnat, joita ei enää ole
municipality-became = Tuli osaksi kuntaa { $successor } { $day }.
municipality-all = Kunnat
municipality-title = { $municipality }: kuka on kuka { $day }
municipality-code = Numero
municipality-names = Nimi (suomi / ruotsi)
municipality-region = Maakunta
municipality-gone-title = Kuntaa ei ole tuona päivänä
municipality-gone = { $municipality } tuli osaksi kuntaa { $successor } { $until }. Alueesta, joka oli { $municipality }, vastaa { $day } { $successor }.
municipality-not-there = Kuntaa { $municipality } ei ollut { $day }.
municipality-successor = Katso, kuka on kuka: { $successor }
municipality-who = Kuka on kuka
municipality-who-intro = Kunta kuuluu samalla kertaa usealle alueelle. Jokainen rivi kertoo, kenen alueelle ja minkä jaon mukaan.
municipality-eliminated = Poissulkemalla päätelty
municipality-practice = Hoitaa käytännössä: { $duties }
municipality-source = Lähde, josta rivi on luettu
municipality-path = Kuka johtaa kotoutumisen polulla
municipality-path-intro = Paikalliset tehtävät, jotka koskevat yhtä henkilöä. Kun viranomaisia on useita, henkilön tilanne ratkaisee: avaa rivi, niin näet, ketä se koskee.
municipality-duty = Tehtävä
municipality-lead = Johtaa
municipality-ask = Kysy tietystä tilanteesta
municipality-to-organ = Lue lisää: { $organ }
municipality-to-itself = Kaikki, mistä { $municipality } itse vastaa
municipality-to-picture = Kokonaiskuva: { $municipality }
municipality-to-appendix = Vastuunjako liitteenä: { $municipality }
