compare-title = Vertaa kahta päivää
compare-title-days = Mikä muuttui: { $before } ja { $after }
compare-intro = Valitse kaksi päivää ja katso, mitkä tehtävät siirtyivät: keneltä kenelle, keiden osalta ja missä.
compare-before = Ennen
compare-after = Jälkeen
compare-place = Kunta
compare-place-hint = Jätä tyhjäksi, jos kysyt koko maasta
compare-duty = Tehtävä
compare-duty-hint = Tyhjä: kaikki. Muuten tunnus, esim. integration-plan
compare-show = Vertaa päiviä
compare-presets = Uudistukset, päivää ennen ja päivänä
compare-preset = { $day }: { $title }
compare-said = { $count ->
        [0] Yhdenkään tehtävän päävastuullinen ei vaihtunut ({ $before } – { $after }).
        [one] Yhden tehtävän päävastuullinen vaihtui jossakin tilanteessa ({ $before } – { $after }).
       *[other] { $count } tehtävän päävastuullinen vaihtui jossakin tilanteessa ({ $before } – { $after }).
    }
compare-unchanged = { $count ->
        [0] Muuttumattomia ei ole.
        [one] Yksi pysyi ennallaan.
       *[other] { $count } pysyi ennallaan.
    }
compare-nothing = Kokeile kahta päivää uudistuksen eri puolilta tai poista kunta.
compare-moved = Mikä siirtyi
compare-from = Keneltä:
compare-to = kenelle:
compare-each = kukin kunta itse
compare-everyone = Jokaisessa tilanteessa, jonka tehtävä erottaa.
compare-where = Miltä mille ja missä
compare-reforms = Uudelleenjärjestelyt niiden välissä
compare-open = Vireillä olevat asiat
compare-transfer = Siirtyvät sinä päivänä.
compare-finish = Vanha viranomainen vie ne päätökseen.
compare-start-day = Asian alkamispäivä ratkaisee.
compare-duties = Tehtävät
compare-days = Päivät, joina laki muuttui
compare-some = { $count ->
        [one] yhdenlainen tilanne
       *[other] { $count } erilaista tilannetta
    }
