duty-list-title = Uppgifter
duty-list-intro = Allt som ska göras för integrationen enligt lagen, vem som än gör det. Sök med de ord du själv använder; alla tre språkens ord hittas.
duty-search = Sök bland uppgifterna
duty-count = { $count ->
        [one] en uppgift
       *[other] { $count } uppgifter
    }
duty-ask = Fråga vem som ansvarar i en viss situation
duty-eras-title = Vem ansvarar, genom tiderna
duty-eras-intro = Varje rad är en bestämmelse. Där flera gäller samtidigt avgör personens situation och kommunen vem som svarar.
duty-atoms-title = Vad i utgångstexten den svarar mot
duty-notes-title = Att veta
duty-limits-title = Tidsfrister
duty-contents-title = Vad som ska ingå
duty-required = krävs
duty-optional = kan ingå
duty-results-title = Hur den kan sluta
duty-retention-title = Hur länge uppgifter sparas
duty-amounts-title = Belopp
duty-amount = { $euro } euro
duty-unknown = Det finns ingen uppgift med namnet { $word }. Sök bland uppgifterna i stället.
duty-current-title = Vem ansvarar { $day }
duty-earlier = Tidigare bestämmelser ({ $count })
duty-coming = Kommande bestämmelser ({ $count })
