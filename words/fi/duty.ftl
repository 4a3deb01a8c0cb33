duty-list-title = Tehtävät
duty-list-intro = Kaikki, mitä kotoutumisen hyväksi on lain mukaan tehtävä, kuka sen sitten tekeekin. Hae niillä sanoilla, joita itse käytät; kaikkien kolmen kielen sanat löytyvät.
duty-search = Hae tehtävistä
duty-count = { $count ->
        [one] yksi tehtävä
       *[other] { $count } tehtävää
    }
duty-ask = Kysy, kuka vastaa tietyssä tilanteessa
duty-eras-title = Kuka vastaa eri aikoina
duty-eras-intro = Jokainen rivi on yksi säännös. Kun useita on voimassa yhtä aikaa, henkilön tilanne ja kunta ratkaisevat, kuka vastaa.
duty-atoms-title = Mitä lähtötekstin kohtaa se vastaa
duty-notes-title = Hyvä tietää
duty-limits-title = Määräajat
duty-contents-title = Mitä siihen on sisällyttävä
duty-required = pakollinen
duty-optional = voi sisältyä
duty-results-title = Miten se voi päättyä
duty-retention-title = Kuinka kauan tietoja säilytetään
duty-amounts-title = Rahamäärät
duty-amount = { $euro } euroa
duty-unknown = Tehtävää nimeltä { $word } ei ole. Hae sen sijaan tehtävistä.
duty-current-title = Kuka vastaa { $day }
duty-earlier = Aiemmat säännökset ({ $count })
duty-coming = Tulevat säännökset ({ $count })
