organ-list-title = Myndigheter den { $day }
organ-list-intro = Alla som har en uppgift i integrationen, från riksdagen och ministerierna till personen själv, med de namn de hade den dagen.
organ-search = Sök på namn
organ-day = Dag
organ-show = Visa myndigheterna
organ-show-day = Visa den dagen
organ-found = { $count ->
        [one] En myndighet passar ”{ $words }”
       *[other] { $count } myndigheter passar ”{ $words }”
    }
organ-found-none = Ingen myndighet passar ”{ $words }” den dagen. Pröva ett annat ord eller en annan dag.
organ-others = Övriga
organ-to-municipalities = Alla kommuner
organ-to-sources = Lagar och andra källor
organ-municipalities = { $count ->
        [one] en kommun
       *[other] { $count } kommuner
    }
organ-organs = { $count ->
        [one] en myndighet
       *[other] { $count } myndigheter
    }
organ-name-missing = namnet har inte setts på detta språk
organ-exists = Finns
organ-before = Kom efter
organ-after = Följs av
organ-not-there-title = Myndigheten fanns inte den dagen
organ-not-there = Den { $day } fanns den inte; den finns { $exists }. Välj en annan dag nedan.
organ-independent = Ingen styr den
organ-names-note = Om namnet
organ-note = Att veta
organ-leads = Svarar för ({ $count })
organ-leads-none = Den dagen svarar den inte själv för någon uppgift i registret.
organ-beside = Står vid sidan av andra ({ $count })
organ-beside-none = Den dagen står den inte vid sidan av någon annan.
organ-provided = Förutsätter
organ-chain = Styrning, tillsyn och råd
organ-above = Vem som styr, övervakar och ger den råd
organ-above-none = Ingen enligt registret den dagen.
organ-below = Vem den själv styr, övervakar och ger råd
organ-below-none = Ingen enligt registret den dagen.
organ-area = Område
organ-area-none = Den har inget eget område: den verkar i hela landet, eller där uppgiften för den.
