# Löftet att varje ärende har exakt en huvudansvarig, bevisat.
promise-holds = Löftet håller: { $count ->
        [one] det enda ärendet
       *[other] vart och ett av de { $count } ärendena
    } har i varje ögonblick haft exakt en huvudansvarig.
promise-holds-none = Det finns inget ärende än, och alltså inget utan huvudansvarig.
promise-broken = Löftet är brutet. { $count ->
        [one] Ett fel hittades:
       *[other] { $count } fel hittades:
    }
promise-row-cases = Ärenden
promise-row-open = Öppna
promise-row-leads = Granskade perioder av huvudansvar, efter varandra i tiden
promise-row-beside = De som står eller stod vid sidan
promise-row-between = Öppna ärenden mellan stolarna, vart och ett i någons vård
promise-fault = Ärende { $number }: { $what }
promise-fault-no-case = En ansvarsperiod utan ärende: { $what }
promise-first = det första huvudansvaret börjar inte i det ögonblick då ärendet öppnades, eller saknas, eller är flera
promise-gap = ett huvudansvar slutar, och nästa börjar inte i samma ögonblick
promise-fork = två huvudansvar följer på samma, eller ett följer på ett annat ärendes
promise-last = det sista huvudansvaret slutar inte då ärendet avslutas, eller har slutat fast ärendet är öppet
promise-pointer = ärendet pekar på ett annat huvudansvar än det sista
promise-beside = någon står vid sidan då ärendet inte är öppet, eller två gånger samtidigt i samma roll
promise-edition = en ansvarsperiod nämner en utgåva av registret som inte finns bevarad
promise-organ-not-there = det leds av { $organ }, som inte finns { $instant }
promise-broken-todo = Avbryt arbetet med dessa ärenden, och bevara databasen som den är. kotopolku journal verify visar om någon har ändrat den för hand.
