# Omorganiseringar: alla öppna ärenden följer en lag som flyttar uppgifter en viss dag.
reorganise-wrong = ”{ $word }” är inte beteckningen på en körning eller en plan.
reorganise-progress = { $count ->
    [one] { $done } av { $of } ärende, { $pace } i sekunden, { $left } kvar
   *[other] { $done } av { $of } ärenden, { $pace } i sekunden, { $left } kvar
    }
reorganise-progress-begun = { $count ->
    [one] { $done } av { $of } ärende
   *[other] { $done } av { $of } ärenden
    }
reorganise-plan = { $count ->
    [one] Omorganiseringen { $day }: { $moving } av { $open } öppet ärende får en ny ledande myndighet
   *[other] Omorganiseringen { $day }: { $moving } av { $open } öppna ärenden får en ny ledande myndighet
    }
reorganise-plan-edition = Enligt registrets utgåva { $edition }. Inget har flyttats.
reorganise-more = { $rows ->
    [one] En rad till; --format json ger alla.
   *[other] { $rows } rader till; --format json ger alla.
    }
reorganise-moves = Vad som flyttas
reorganise-stays = Vad som blir kvar, och varför
reorganise-between = Vad ingen leder enligt den dagens lag
reorganise-posts = Tjänsteställningar vars tillgång ändras
reorganise-ending = Myndigheter som upphör den dagen
reorganise-organ-ends = myndigheten upphör
reorganise-limits = { $limits ->
    [one] En tidsfrist löper i de ärenden som flyttas; den löper vidare oförändrad.
   *[other] { $limits } tidsfrister löper i de ärenden som flyttas; de löper vidare oförändrade.
    }
reorganise-letters = { $letters ->
    [one] Ett brev om den nya myndigheten ska skickas.
   *[other] { $letters } brev om den nya myndigheten ska skickas.
    }
reorganise-head-duty = Uppgift
reorganise-head-from = Från
reorganise-head-to = Till
reorganise-head-municipality = Kommun
reorganise-head-cases = Ärenden
reorganise-head-organ = Myndighet
reorganise-head-why = Varför
reorganise-head-case = Ärende
reorganise-head-keeper = Sköts av
reorganise-head-begins = Börjar i
reorganise-head-ends = Slutar i
reorganise-head-leads = Leder dittills
reorganise-head-outcome = Utfall
reorganise-head-open = Öppna
reorganise-head-before = Med en ledande före
reorganise-head-after = Med en ledande efter
reorganise-head-kind = Körning
reorganise-head-state = Läge
reorganise-head-seen = Ärenden
reorganise-head-began = Började
reorganise-head-ended = Slutade
reorganise-head-run = Beteckning
reorganise-why-same = lagen anger samma myndighet före och efter
reorganise-why-there = ärendet finns redan där lagen vill ha det
reorganise-why-finished = det som har inletts slutförs av den tidigare myndigheten ({ $basis })
reorganise-why-elsewhere = lagen angav en annan redan dagen innan; den dagen anger den { $named }: en sak för överföring
reorganise-why-stranded = myndigheten finns inte längre, och ingen annan hittades som kan sköta ärendet
reorganise-why-type = det gällande registret har ingen sådan ärendetyp
reorganise-unled-nobody = registret säger att ingen leder
reorganise-unled-ask = det är inte känt: { $attribute }
reorganise-unled-municipality = kommunen är inte känd
reorganise-unled-undetermined = flera kunde leda, och inget mer kan frågas
reorganise-unled-contradiction = de antecknade uppgifterna kan inte alla vara sanna
reorganise-kept = Planen är sparad. Verkställ den: kotopolku reorganise apply --on { $day } --plan { $id }
reorganise-not-kept = Planen är inte sparad; --keep sparar den, så att verkställandet kan bindas till den.
reorganise-applied = { $count ->
    [one] Verkställt: ett ärende har en annan ledande myndighet från och med { $at }
   *[other] Verkställt: { $moved } ärenden har en annan ledande myndighet från och med { $at }
    }
reorganise-undone = { $count ->
    [one] Återtaget: ett ärende är som det var
   *[other] Återtaget: { $undone } ärenden är som de var
    }
reorganise-to-ended = { $cases ->
    [one] Ett ärende gick tillbaka till en myndighet som inte längre finns den dagen.
   *[other] { $cases } ärenden gick tillbaka till en myndighet som inte längre finns den dagen.
    }
reorganise-changed-since = { $cases ->
    [one] Ett ärende hade ändrats sedan planen och avgjordes på nytt.
   *[other] { $cases } ärenden hade ändrats sedan planen och avgjordes på nytt.
    }
reorganise-outcomes = Vad som gjordes
reorganise-outcome-moved = annan ledande
reorganise-outcome-beside = den ledande blir kvar, andra vid sidan ändras
reorganise-outcome-kept = oförändrade
reorganise-outcome-undone = återtagna
reorganise-outcome-left = lämnade som de är: avslutade, annan ledande, eller något har hänt i dem
reorganise-counts = Räkningen
reorganise-even = Före är lika med efter i varje uppgift: varje öppet ärende har exakt en ledande myndighet.
reorganise-uneven = { $broken ->
    [one] Räkningen går inte ihop; ett ärende är brutet. kotopolku prove visar var.
   *[other] Räkningen går inte ihop; { $broken } ärenden är brutna. kotopolku prove visar var.
    }
reorganise-no-runs = Inget har körts för den dagen.
reorganise-kind-apply = verkställande
reorganise-kind-undo = återtagande
reorganise-state-under-way = pågår eller stoppad
reorganise-state-done = klar
reorganise-of = { $seen } av { $expected }
reorganise-stopped-apply = { $count ->
    [one] Ett verkställande pågår eller stoppades efter { $seen } av { $expected } ärende. Det som skrevs är kvar.
   *[other] Ett verkställande pågår eller stoppades efter { $seen } av { $expected } ärenden. Det som skrevs är kvar.
    }
reorganise-stopped-undo = { $count ->
    [one] Ett återtagande pågår eller stoppades efter { $seen } av { $expected } ärende. Det som skrevs är kvar.
   *[other] Ett återtagande pågår eller stoppades efter { $seen } av { $expected } ärenden. Det som skrevs är kvar.
    }
reorganise-stopped-todo = Fortsätt: kotopolku reorganise resume --on { $day }
reorganise-nothing-under-way = Ingen körning för { $day } pågår eller har stoppats.
reorganise-unknown = Det finns ingen sådan omorganisering för den här tjänsteställningen.
reorganise-unknown-todo = Omorganiseringar körs av operatören: utelämna --as.
reorganise-no-such-day = Registret känner ingen omorganisering den { $day }.
reorganise-no-such-day-todo = Det känner: { $days }.
reorganise-unknown-plan = Det finns ingen sparad plan { $plan }.
reorganise-plan-again = Planera på nytt: kotopolku reorganise plan --keep --on DAG
reorganise-other-day = Planen gäller { $planned }, inte { $asked }.
reorganise-other-edition = Planen gjordes med registrets utgåva { $planned }; nu gäller { $now }. Inget flyttades.
reorganise-moved-too-far = { $count ->
    [one] { $changed } av { $of } öppet ärende har ändrats sedan planen gjordes. Inget flyttades.
   *[other] { $changed } av { $of } öppna ärenden har ändrats sedan planen gjordes. Inget flyttades.
    }
reorganise-under-way = En körning för { $day } pågår; den som utför den har reserverat den till { $until }.
reorganise-under-way-todo = Vänta, eller om den har stoppats: kotopolku reorganise resume --on { $day } --take-over
reorganise-taken-over = Någon annan har tagit över körningen. Det som skrevs är kvar, och den andra fortsätter.
reorganise-not-under-way = Ingen körning { $run } pågår.
reorganise-nothing-applied = Inget som har verkställts för { $day } finns kvar att återta.
reorganise-batch = En omgång har 1–10 000 ärenden, inte { $size }.
reorganise-run-of-other-edition = Körningen gäller registrets utgåva { $run }; nu gäller { $now }.
reorganise-run-of-other-edition-todo = Fortsätt med programmet av den utgåvan, eller återta och verkställ på nytt.
