# Handlingar: filerna i ett ärende.
document-bytes = { $size } byte
document-kilobytes = { $size } kB
document-megabytes = { $size } MB
document-gigabytes = { $size } GB
document-wrong = ”{ $word }” är ingen handlings beteckning.
document-unknown = Det finns ingen sådan handling för den här tjänsteställningen.
document-unknown-todo = kotopolku document list ÄRENDE visar handlingarna i ett ärende.
document-added = Tillagd: { $name }, version { $number }, { $size }.
document-is = Handlingen har beteckningen { $document }.
document-disagree = Filen uppges vara { $claimed }, men innehållet är { $found }. Den sparas, men lämnas bara ut för nedladdning.
document-fetched = { $name }, version { $number }, { $size }, är sparad som { $file }. Innehållet är detsamma som när den lades till.
document-withdrawn = Handlingen är återtagen: ingen läser den längre. Att den har funnits och varför den återtogs kan fortfarande ses.
document-none = Det finns inga handlingar i ärendet.
document-head-name = Namn
document-head-version = Version
document-head-size = Storlek
document-head-type = Innehåll
document-head-added = Tillagd
document-head-organ = Av
document-head-state = Återtagen
document-head-identity = Handling
document-state-withdrawn = { $at }: { $reason }
document-uploading = { $file }: { $read } av { $whole }
document-fetching = { $name }: { $read } av { $whole }
document-verifying = { $done } av { $total } lästa, { $bytes_done } av { $bytes }
document-verified = { $right ->
    [one] Ett innehåll är som det lades till, { $size }.
   *[other] { $right } innehåll är som de lades till, { $size }.
    }
document-named-version = { $document } version { $number }
document-found-missing = Saknas: innehållet { $hash } i { $versions }
document-found-changed = Ändrat: innehållet { $hash } i { $versions }
document-faulty-todo = Hämta innehållet från en säkerhetskopia av handlingarna, eller lägg till samma fil på nytt: det lagar felet. Kör sedan kotopolku document verify.
document-left-over = { $left ->
    [one] Bredvid ligger en uppladdning som avbröts eller pågår. kotopolku document sweep städar bort sådana.
   *[other] Bredvid ligger { $left } uppladdningar som avbröts eller pågår. kotopolku document sweep städar bort sådana.
    }
document-swept-nothing = Det fanns inget att städa bort.
document-swept-removed = { $removed ->
    [one] En rest är borttagen, { $size }.
   *[other] { $removed } rester är borttagna, { $size }.
    }
document-swept-aside = { $aside ->
    [one] Ett innehåll som ingen handling hänvisar till är lagt åt sidan; nästa städning tar bort det.
   *[other] { $aside } innehåll som ingen handling hänvisar till är lagda åt sidan; nästa städning tar bort dem.
    }
document-swept-back = { $back ->
    [one] Ett som en handling nu hänvisar till är lagt tillbaka.
   *[other] { $back } som handlingar nu hänvisar till är lagda tillbaka.
    }
document-largest = En fil får vara högst { $size }.
document-no-such-version = Handlingen har ingen version { $asked }; den senaste är { $last }.
document-is-withdrawn = { $organ } återtog handlingen { $at }. Ingen läser den eller lägger till versioner.
document-not-the-last = Version { $based_on } är inte längre den senaste: { $organ } lade till version { $last } den { $at }. Din version sparades inte.
document-not-the-last-todo = Hämta version { $last }, för in dina ändringar i den och lägg till den med --based-on { $last }.
document-not-yours = Bara { $organ }, som lade till handlingen, eller den myndighet som leder ärendet återtar den.
document-no-reason = Den som återtar en handling anger varför.
document-missing = Innehållet { $hash } finns inte där det ska vara.
document-changed = Innehållet { $hash } är inte längre det som lades till. Inget av det sparades här.
document-no-place = Det är inte känt var handlingarna förvaras.
document-no-place-todo = Ange --documents folder:/sökväg eller --documents s3://bucket/prefix.
document-place = Platsen för handlingar kan inte användas: { $why }
document-grace = { $hours ->
    [one] En uppladdning kan vara på väg: låt det som är yngre än en timme vara.
   *[other] En uppladdning kan vara på väg: låt det som är yngre än { $hours } timmar vara.
    }
document-not-ours = Det mesta som finns på platsen nämns inte alls i den här databasen, som känner till { $named } innehåll. Platsen ser ut att höra till en annan databas; inget rördes.
document-not-ours-todo = Kontrollera --database och --documents.
document-no-such-limit = Gränsen är från 1 byte till 5 GB.
document-empty = Filen är tom. Inget lades till.
document-too-large = Filen är större än { $limit }. Inget lades till.
document-program = Filen är ett program eller ett skript ({ $found }). Sådana filer tas inte emot, vad de än heter.
document-runs-by-name = Filer vars namn slutar på .{ $ending } körs när de öppnas. Sådana filer tas inte emot.
document-name-too-long = Namnet har fler än { $limit } tecken.
document-broke-off = Filen kunde inte läsas till slutet. Inget av den sparades.
document-file-unreadable = { $file } kan inte läsas: { $why }.
document-file-unwritable = { $file } kan inte skrivas: { $why }.
document-file-is-folder = { $file } är en mapp.
document-file-exists = { $file } finns redan.
document-file-exists-todo = Välj ett annat namn med --to; inget skrivs över.
document-bytes-and-json = Standardutmatningen kan inte rymma både handlingen och ett svar för program.
document-bytes-and-json-todo = Skriv till en fil med --to FIL, eller utelämna --format json.
document-why-not-found = det finns ingen sådan fil eller mapp
document-why-denied = behörighet saknas
document-why-full = disken är full
# På skrivbordet.
document-form-add = Lägg till en handling
document-form-choose = Välj en fil.
document-form-file = Fil
document-form-hint = Högst { $size }. Program och skript tas inte emot.
document-form-reason = Varför?
document-form-version = Lägg till en ny version
document-form-withdraw = Återta handlingen
document-form-withdraw-lead = Ingen läser handlingen längre. Att den har funnits, och varför den återtogs, syns kvar. Det går inte att ångra.
