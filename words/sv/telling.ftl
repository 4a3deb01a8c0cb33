# Hur registrets innehåll sägs: värden, perioder, tider, villkor.
telling-not-known = vet inte
telling-from = från { $day }
telling-until = till och med { $day }
telling-between-days = { $from } – { $to }
telling-nobody = Ingen
telling-hours = { $count ->
        [one] en timme
       *[other] { $count } timmar
    }
telling-days = { $count ->
        [one] en dag
       *[other] { $count } dagar
    }
telling-working-days = { $count ->
        [one] en arbetsdag
       *[other] { $count } arbetsdagar
    }
telling-weeks = { $count ->
        [one] en vecka
       *[other] { $count } veckor
    }
telling-months = { $count ->
        [one] en månad
       *[other] { $count } månader
    }
telling-years = { $count ->
        [one] ett år
       *[other] { $count } år
    }
telling-without-delay = utan dröjsmål
telling-unreadable-day = ”{ $word }” är ingen dag vi kan läsa. Skriv till exempel 10.5.2021.
