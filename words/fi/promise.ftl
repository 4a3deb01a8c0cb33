# Lupaus, että jokaisella asialla on täsmälleen yksi päävastuullinen, todistettuna.
promise-holds = Lupaus pitää: { $count ->
        [one] ainoalla asialla
       *[other] jokaisella { $count } asiasta
    } on joka hetki ollut täsmälleen yksi päävastuullinen.
promise-holds-none = Asioita ei vielä ole, eikä siis yhtään ilman päävastuullista.
promise-broken = Lupaus on rikkoutunut. { $count ->
        [one] Löytyi yksi virhe:
       *[other] Löytyi { $count } virhettä:
    }
promise-row-cases = Asioita
promise-row-open = Avoimia
promise-row-leads = Tarkastettuja päävastuun jaksoja, ajassa peräkkäin
promise-row-beside = Rinnalla olevia tai olleita
promise-row-between = Avoimia asioita, jotka ovat pudonneet tuolien väliin; jokaisesta huolehtii joku
promise-fault = Asia { $number }: { $what }
promise-fault-no-case = Vastuujakso ilman asiaa: { $what }
promise-first = ensimmäinen päävastuu ei ala asian avaamishetkestä, tai se puuttuu, tai niitä on useita
promise-gap = päävastuu päättyy, eikä seuraava ala samalla hetkellä
promise-fork = kaksi päävastuuta seuraa samaa, tai yksi seuraa toisen asian päävastuuta
promise-last = viimeinen päävastuu ei pääty, kun asia päätetään, tai se on päättynyt, vaikka asia on avoin
promise-pointer = asia osoittaa muuhun päävastuuseen kuin viimeiseen
promise-beside = joku on rinnalla, kun asia ei ole avoin, tai kahdesti yhtä aikaa samassa roolissa
promise-edition = vastuujakso nimeää rekisterin laitoksen, jota ei ole tallessa
promise-organ-not-there = siitä vastaa { $organ }, jota ei ole olemassa { $instant }
promise-broken-todo = Keskeytä työ näissä asioissa ja säilytä tietokanta sellaisenaan. kotopolku journal verify kertoo, onko joku muuttanut sitä käsin.
