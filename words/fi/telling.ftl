# Miten rekisterin sisältö sanotaan: arvot, ajanjaksot, määräajat, ehdot.
telling-not-known = ei tiedossa
telling-from = { $day } alkaen
telling-until = { $day } asti
telling-between-days = { $from } – { $to }
telling-nobody = Ei kukaan
telling-hours = { $count ->
        [one] yksi tunti
       *[other] { $count } tuntia
    }
telling-days = { $count ->
        [one] yksi päivä
       *[other] { $count } päivää
    }
telling-working-days = { $count ->
        [one] yksi työpäivä
       *[other] { $count } työpäivää
    }
telling-weeks = { $count ->
        [one] yksi viikko
       *[other] { $count } viikkoa
    }
telling-months = { $count ->
        [one] yksi kuukausi
       *[other] { $count } kuukautta
    }
telling-years = { $count ->
        [one] yksi vuosi
       *[other] { $count } vuotta
    }
telling-without-delay = viipymättä
telling-unreadable-day = ”{ $word }” ei ole päivä, jonka voisimme lukea. Kirjoita esimerkiksi 10.5.2021.
