# Loggen.
journal-none = Ingen rad passar.
journal-none-todo = Utelämna ett villkor.
journal-head-number = Nr
journal-head-at = När
journal-head-post = Tjänsteställning
journal-head-did = Gjorde
journal-head-what = Vad
journal-head-duty = Uppgift
journal-head-ground = Med stöd av
journal-head-sealed = Förseglad
journal-more = Äldre rader: --before { $seq }
journal-sealed = { $count ->
    [one] En rad förseglades.
   *[other] { $count } rader förseglades.
    }
journal-nothing-to-seal = Allt är redan förseglat.
journal-no-heads = Ingen försegling har gjorts än.
journal-whole = Loggen är hel: { $seals ->
    [one] en försegling
   *[other] { $seals } förseglingar
    } över { $rows ->
    [one] en rad räknades om
   *[other] { $sealed } rader räknades om
    }, och { $waiting ->
    [one] en rad väntar på att förseglas
   *[other] { $unsealed } rader väntar på att förseglas
    }.
journal-heads-agree = { $count ->
    [one] Det kontrolltal som förvarats på annat håll stämmer.
   *[other] De { $count } kontrolltal som förvarats på annat håll stämmer.
    }
journal-wrong = Loggen är inte som den förseglades. { $count ->
    [one] En sak är fel:
   *[other] { $count } saker är fel:
    }
journal-wrong-beginning = loggen har ingen egen beteckning, eller flera
journal-wrong-changed = raden på plats { $position } (nummer { $seq }) är inte det som skrevs
journal-wrong-changed-unsealed = den oförseglade raden nummer { $seq } är inte det som skrevs
journal-wrong-removed = raderna på platserna { $first }–{ $last } är borta
journal-wrong-added = raden nummer { $seq } på plats { $position } har aldrig förseglats där
journal-wrong-moved = raden nummer { $seq } har flyttats till plats { $position }; den förseglades på plats { $was }
journal-wrong-seal = försegling { $number }: raderna på platserna { $first }–{ $last } är inte de som den förseglade, i den ordningen
journal-wrong-chain = försegling { $number } fortsätter inte den föregående
journal-wrong-missing = en oförseglad rad i arbetsenheten { $unit } är borta
journal-wrong-head = försegling { $number } har ett annat kontrolltal än det som förvarats på annat håll
journal-wrong-head-gone = försegling { $number } förvarades på annat håll och är borta här: slutet har klippts av
journal-wrong-other = kontrolltalet som förvarats på annat håll hör till loggen { $id }, inte till den här
journal-file-unreadable = Filen { $path } kan inte läsas ({ $why }).
journal-heads-wrong = Rad { $line } i { $path } är inget kontrolltal. Varje rad är ett JSON-objekt, så som kotopolku journal heads skriver dem.
journal-not-for-this-post = Bara operatören och tjänsteställningar med funktionen auditor läser loggen.
journal-not-for-this-post-todo = Det som gäller ett ärende visas av kotopolku case history.
journal-not-read = Loggen går inte att läsa.
