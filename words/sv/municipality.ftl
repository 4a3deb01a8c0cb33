municipality-list-title = Kommunerna den { $day }
municipality-list-intro = Välj en kommun och se vem som är vem där: vilken byrå, vilken central, vilket välfärdsområde.
municipality-search = Sök kommun
municipality-show = Visa kommunerna
municipality-found = { $count ->
        [one] En kommun passar ”{ $words }”
       *[other] { $count } kommuner passar ”{ $words }”
    }
municipality-found-none = Ingen kommun passar ”{ $words }” den dagen. Skriv namnet på svenska eller finska, eller kommunens nummer.
municipality-merged = Kommuner som inte längre finns
municipality-became = Blev en del av { $successor } den { $day }.
municipality-all = Kommuner
municipality-title = Vem är vem i { $municipality } den { $day }
municipality-code = Nummer
municipality-names = Namn (finska / svenska)
municipality-region = Landskap
municipality-gone-title = Kommunen finns inte den dagen
municipality-gone = { $municipality } blev en del av { $successor } den { $until }. Den { $day } svarar { $successor } för det som var { $municipality }.
municipality-not-there = { $municipality } fanns inte den { $day }.
municipality-successor = Se vem som är vem i { $successor }
municipality-who = Vem är vem
municipality-who-intro = En kommun hör till flera områden på en gång. Varje rad säger vems område, enligt vilken indelning.
municipality-eliminated = Uteslutningsmetoden
municipality-practice = Sköter i praktiken: { $duties }
municipality-source = Källan där raden lästes
municipality-path = Vem leder på integrationens väg
municipality-path-intro = De lokala uppgifterna som gäller en person. Där flera myndigheter står avgör personens situation: öppna raden för att se för vem.
municipality-duty = Uppgift
municipality-lead = Leder
municipality-ask = Fråga för en viss situation
municipality-to-organ = Läs om { $organ }
municipality-to-itself = Allt som { $municipality } själv svarar för
municipality-to-picture = Hela bilden för { $municipality }
municipality-to-appendix = Ansvarsfördelningen för { $municipality } som bilaga
