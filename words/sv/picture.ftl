picture-title-in = Helhetsbilden: { $place } den { $day }
picture-said = { $place } den { $day }: { $leads ->
        [one] en uppgift
       *[other] { $leads } uppgifter
    } som { $organs ->
        [one] en myndighet
       *[other] { $organs } myndigheter och personen själv
    } delar på.
picture-place = Kommun
picture-place-hint = Namn på svenska eller finska, eller kommunens nummer
picture-day = Dag
picture-show = Visa bilden
picture-beside = vid sidan av i { $count ->
        [one] en uppgift
       *[other] { $count } uppgifter
    }
picture-described = Fyra band, uppifrån staten, regionen, kommunen och personen. Under varje myndighet står det den svarar för. Samma innehåll står som lista under bilden.
picture-legend-lead = svarar för uppgiften
picture-legend-beside = står vid sidan av den som svarar
picture-legend-steer = styr
picture-legend-supervise = övervakar
picture-list = Samma bild som lista
picture-list-intro = Varje myndighet med sina uppgifter. Namnen leder vidare; vem som styr, övervakar och ger råd står som meningar under varje nivå.
