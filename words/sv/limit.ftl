# Tidsfrister som löper i ärenden.
limit-none = Ingen tidsfrist har löpt i det här ärendet.
limit-row-now = Läge
limit-row-time = Tid
limit-row-counted = Räknas
limit-row-from = Från
limit-row-spent = Förbrukat
limit-row-last-day = Sista dag
limit-row-stopped = Avbrott
limit-row-extended = Förlängd
limit-row-sure = Säker
# Hur den står.
limit-runs = löper
limit-stands-still = står stilla från { $since } till { $last }
limit-stands-still-open = står stilla sedan { $since }; hur länge är inte känt än
limit-met = iakttagen den { $day } genom steget ”{ $step }”
limit-met-in-time = iakttagen i tid, den { $day }, genom steget ”{ $step }”
limit-met-late = iakttagen för sent, den { $day }, genom steget ”{ $step }”
limit-ended-closed = inte iakttagen; den upphörde den { $day } då ärendet avslutades
limit-ended-replaced = upphörde den { $day }: den version som ärendet flyttades till har ingen sådan tidsfrist
# När den började och hur den räknas.
limit-from-opening = { $day }, då ärendet öppnades
limit-from-step = { $day }, genom steget ”{ $step }”
limit-from-version = { $day }; den följde med när ärendet flyttades till en annan version
limit-rule-calendar-days = i kalenderdagar från och med följande dag
limit-rule-working-days = i arbetsdagar från och med följande dag
limit-rule-month-end-clipped = till dagen med samma ordningsnummer; i en månad utan en sådan till månadens sista dag
limit-rule-month-end-overflow = till dagen med samma ordningsnummer; i en månad utan en sådan till den första i nästa månad
limit-rule-next-working-day = { $rule }; om myndigheterna då håller stängt, till nästa vardag
limit-spent-calendar-days = { $spent } av { $given } kalenderdagar
limit-spent-working-days = { $spent } av { $given } arbetsdagar
limit-last-day = { $day } ({ $left })
limit-last-day-unknown = inte känd så länge den står stilla
limit-left = { $count ->
        [one] en dag kvar
       *[other] { $count } dagar kvar
    }
limit-left-today = i dag
limit-left-over = { $count ->
        [one] en dag för sent
       *[other] { $count } dagar för sent
    }
limit-running = { $count ->
        [one] sedan en dag
       *[other] sedan { $count } dagar
    }
limit-running-today = sedan i dag
limit-stop = { $from } – { $last }: { $reason } ({ $basis })
limit-stop-open = från { $from }: { $reason } ({ $basis })
limit-extension = { $length }: { $reason } ({ $basis })
limit-sure = ja
limit-unsure = nej: det som är känt visar inte om den gäller, eller så bedömer en tjänsteman det; den löper i alla fall
limit-perhaps = { $what } (inte säkert)
# Vad som gjordes.
limit-stopped = Tidsfristen står stilla från och med den { $day }.
limit-resumed = Tidsfristen räknas igen från och med den { $day }.
limit-extended = Tidsfristen är förlängd med { $length }.
limit-due-none = Ingenting ska vara gjort senast den { $day }.
limit-reminders-none = Ingen påminnelse väntar.
limit-reminders-none-case = Ingen påminnelse har sänts i det här ärendet.
limit-acknowledged = Påminnelsen om ärende { $number } är kvitterad.
limit-climbed = { $count ->
        [one] En påminnelse sändes:
       *[other] { $count } påminnelser sändes:
    }
limit-climbed-none = Ingen påminnelse stod i tur.
limit-rung-before = { $count ->
        [one] en dag före
       *[other] { $count } dagar före
    }
limit-rung-on = på sista dagen
limit-rung-after = { $count ->
        [one] en dag efter
       *[other] { $count } dagar efter
    }
limit-head-last-day = Sista dag
limit-head-left = Tid kvar
limit-head-case = Ärende
limit-head-what = Vad
limit-head-limit = Tidsfrist
limit-head-rung = Påminnelse
limit-head-sent = Sänd
limit-head-organ = Till
limit-head-acknowledged = Kvitterad av
limit-head-id = Beteckning
# Vad som skrevs fel.
limit-wrong = ”{ $word }” är ingen tidsfrist.
limit-wrong-todo = Skriv den som kotopolku limit list ÄRENDE visar den, till exempel 7/start-to-2024, eller dess beteckning.
limit-reminder-wrong = ”{ $word }” är inte beteckningen på en påminnelse.
limit-reminder-wrong-todo = kotopolku limit reminders visar de påminnelser som väntar.
limit-length-wrong = ”{ $word }” är ingen tidslängd.
limit-length-wrong-todo = Skriv på engelska, till exempel "1 month", "2 weeks", "10 days" eller "5 working days".
# Vad som står emot.
limit-unknown = Det finns ingen sådan tidsfrist eller påminnelse för den här tjänsteställningen.
limit-unknown-todo = kotopolku limit list ÄRENDE visar ett ärendes tidsfrister, kotopolku limit reminders de påminnelser som väntar.
limit-runs-no-more = Tidsfristen ”{ $limit }” löper inte sedan den { $day }: den är iakttagen eller har upphört.
limit-without-delay = Det som ska göras utan dröjsmål (”{ $limit }”) har inga dagar att avbryta eller förlänga.
limit-reason-missing = Skälet saknas.
limit-reason-missing-todo = Ange skälet med --reason; också personen läser det.
limit-basis-missing = Den rättsliga grunden saknas.
limit-basis-todo = Ange lagens nummer och paragrafen med --basis, till exempel "434/2003 §31".
limit-unknown-basis = ”{ $cited }” är ingen lag eller förordning som gällde då tidsfristen började löpa eller gäller den { $day }.
limit-before-start = Tidsfristen börjar den { $started }: den kan inte stå stilla från och med den { $from }.
limit-ends-before-it-begins = Ett avbrott från och med den { $from } kan inte sluta den { $until }: --until är den första dagen som räknas igen.
limit-over = Sista dagen är den { $day }: det som kommer efter den kan inte avbrytas, och en tid som har gått ut ges inte tillbaka.
limit-stands-still-already = Tidsfristen står redan stilla sedan den { $day }, och det är inte känt hur länge.
limit-stands-still-already-todo = Låt den först räknas igen med kotopolku limit resume, eller ge det nya avbrottet ett slut med --until.
limit-does-not-stand-still = Tidsfristen står inte stilla den { $day }.
limit-unfit = Tidsfristen räknas { $rule }. Den kan inte förlängas med { $length }.
limit-adds-nothing = En förlängning måste vara längre än ingenting.
limit-changed = Någon annan har ändrat sista dagen under tiden: den är nu den { $day }. Inget av ditt sparades.
limit-changed-unknown = Någon annan har ändrat tidsfristen under tiden: sista dagen är nu inte känd. Inget av ditt sparades.
limit-changed-todo = Se tidsfristen som den är nu, och gör om det om det fortfarande är rätt.
limit-out-of-range = Sista dagen skulle ligga bortom kalenderns slut.
limit-no-rule = Registret säger inte hur tidsfristen ”{ $limit }” räknas.
limit-no-rule-todo = Felet ligger i registret: kotopolku check
limit-version-gone = Registret har inte längre versionen { $version } av ärendetypen { $case_type }, som ärendet behåller.
limit-version-gone-todo = Använd det register som har den: --register KATALOG
limit-acknowledged-already = { $post } har redan kvitterat den här påminnelsen.
limit-operator-only = Bara operatören sänder påminnelser.
limit-operator-only-todo = Utelämna --as. Servern sänder dem själv varje minut.
# På skrivbordet.
limit-form-stop = Låt tidsfristen stå stilla
limit-form-resume = Räkna tidsfristen igen
limit-form-extend = Förläng tidsfristen
limit-form-from = Första dagen som inte räknas
limit-form-until = Första dagen som räknas igen
limit-form-until-hint = Till exempel 31.1.2025. Lämna tomt om det inte är känt.
limit-form-length = Hur mycket längre?
limit-form-length-hint = Ett antal, till exempel 2.
limit-form-length-wrong = Skriv ett antal och välj dagar, veckor eller månader.
limit-form-unit = Av vad?
limit-form-days = dagar
limit-form-working-days = vardagar
limit-form-weeks = veckor
limit-form-months = månader
limit-form-years = år
limit-form-reason = Varför?
limit-form-basis = Stöd i lagen
limit-form-basis-hint = Författningens nummer och paragraf, till exempel 434/2003 §31.
