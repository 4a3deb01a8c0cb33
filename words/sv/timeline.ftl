timeline-title = Så ändras svaret över tiden
timeline-today = i dag
timeline-description = Från { $from } till { $until } i { $count ->
        [one] ett skede
       *[other] { $count } skeden
    }. Samma innehåll står i tabellen nedanför.
timeline-number = Nr
timeline-from = Från
timeline-until = Till och med
timeline-who = Ansvarar
timeline-basis = Rättsgrund
timeline-onward = tills vidare
timeline-before = sedan tidigare
timeline-now = Gäller dagen du frågar om
timeline-nobody = Ingen
timeline-unknown = Beror på det som inte är känt
