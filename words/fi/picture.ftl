picture-title-in = Kokonaiskuva: { $place } { $day }
picture-said = { $place } { $day }: { $leads ->
        [one] yksi tehtävä
       *[other] { $leads } tehtävää
    }, { $organs ->
        [one] yksi vastuunkantaja
       *[other] { $organs } vastuunkantajaa, mukana henkilö itse
    }.
picture-place = Kunta
picture-place-hint = Nimi suomeksi tai ruotsiksi, tai kunnan numero
picture-day = Päivä
picture-show = Näytä kuva
picture-beside = rinnalla { $count ->
        [one] yhdessä tehtävässä
       *[other] { $count } tehtävässä
    }
picture-described = Neljä tasoa ylhäältä alas: valtio, alue, kunta ja henkilö. Kunkin viranomaisen alla on se, mistä se vastaa. Sama sisältö on luettelona kuvan alla.
picture-legend-lead = vastaa tehtävästä
picture-legend-beside = toimii vastaavan rinnalla
picture-legend-steer = ohjaa
picture-legend-supervise = valvoo
picture-list = Sama kuva luettelona
picture-list-intro = Kukin viranomainen tehtävineen. Nimistä pääsee eteenpäin; se, kuka ohjaa, valvoo ja neuvoo, on lauseina kunkin tason alla.
