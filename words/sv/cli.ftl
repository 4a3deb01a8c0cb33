# Kommandoraden.
cli-abroad = utomlands
cli-lead = ansvarar
cli-beside = bredvid
cli-perhaps = bredvid, om det som inte är känt visar sig vara så
cli-because = Därför att
cli-basis = Rättsgrund
cli-note = Anmärkning
cli-edition = Registrets utgåva { $edition }
cli-nobody = Ingen är ansvarig.
cli-undetermined = Det beror på något som inte är känt än.
cli-possible = Möjliga svar:
cli-possible-nobody = ingen
cli-ask = Nästa fråga ({ $attribute }): { $question }
cli-ask-how = Fråga igen med --given { $attribute }=VÄRDE:
cli-ask-municipality-how = Fråga igen med --in KOMMUN.
cli-ask-nothing-left = Allt som kan frågas har angetts som okänt.
cli-sound = Registret håller: { $situations } situationer i { $stretches } tidsavsnitt av { $duties } uppgifter har exakt ett svar ({ $cells } celler granskade), och { $questions } frågor besvaras som väntat.
cli-unsound = Registret har { $count ->
    [one] ett fel
   *[other] { $count } fel
    }.
cli-warnings = { $count ->
    [one] En varning.
   *[other] { $count } varningar.
    }
cli-duties = { $count ->
    [one] en uppgift
   *[other] { $count } uppgifter
    } den { $day }
cli-duties-none = Ingen uppgift passar. Lämna bort ett villkor eller välj en annan dag.
cli-organs = { $count ->
    [one] en myndighet
   *[other] { $count } myndigheter
    } den { $day }
cli-chain-above = Över { $organ } står
cli-chain-below = { $organ } står över
cli-chain-none = ingen
cli-diff-none = Ingenting skiljer { $before } och { $after } åt.
cli-diff-title = { $count ->
    [one] En ändring
   *[other] { $count } ändringar
    } mellan { $before } och { $after }
cli-diff-where = { $count ->
    [one] i en kommun
   *[other] i { $count } kommuner
    }
cli-diff-nobody = ingen
cli-serving = Kotopolku svarar på { $address }
cli-serving-stop = Stoppa med Ctrl-C.
cli-register-faulty = Registret kan inte användas: { $count ->
    [one] ett fel
   *[other] { $count } fel
    }. Hela listan: kotopolku check
cli-day-wrong = ”{ $word }” är ingen dag. Skriv den som 2025-01-31.
cli-unknown-atom = Det finns ingen rad ”{ $word }” i programtexten. Raderna heter S01–S34, R01–R25, L01–L06, M01–M11 och P01–P05.
cli-given-form = ”{ $word }” är ingen uppgift om personen. Skriv ATTRIBUT=VÄRDE, till exempel labour=student.
cli-cannot-write = ”{ $path }” går inte att skriva.
cli-written = Skrevs till { $path }.
cli-progress = { $done } av { $all } rader
cli-what-if = { $count ->
    [one] En person
   *[other] { $count } personer
    }: vem som ansvarar den { $earlier } och den { $later }
cli-bad-rows = { $count ->
    [one] En rad kunde inte användas; de andra användes.
   *[other] { $count } rader kunde inte användas; de andra användes.
    }
cli-row = rad { $row }
cli-column-ignored = Kolumnen ”{ $column }” betyder ingenting här och lämnades därhän.
cli-columns-absent = Filen har ingen kolumn för: { $attributes }. Där svaret hänger på det räknas personen som beroende av det.
cli-persons = personer
cli-no-organ = kommunen har ingen sådan myndighet
cli-depends-on = beror på:
cli-register-fault = registret har ett fel här
cli-nothing-changes = Ingenting ändras för någon.
