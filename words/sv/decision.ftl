# Förvaltningsbeslut.
decision-none = Inget beslut har fattats i det här ärendet.
decision-head-decision = Beslut
decision-head-at = Fattat
decision-head-organ = Myndighet
decision-head-result = Utgång
decision-head-standing = Läge
decision-head-received = Mottaget
decision-head-appeal = Överklagas senast
decision-row-now = Läge
decision-row-made = Fattat
decision-row-by = Beslutsfattare
decision-row-replaces = I stället för
decision-row-annuls = Upphäver
decision-row-notified = Delgivet
decision-row-rests-on = Stöder sig på
decision-row-appeal = Överklagas senast
decision-row-notification = Delgivning
decision-row-register = Registret
decision-row-although = Beslutat med stöd av
decision-row-certainty = Säkerhet
decision-row-edition = Utgåva
decision-row-id = Beteckning
decision-made-at = { $at }, genom steget ”{ $step }”
decision-made-by = { $organ } ({ $role }), tjänsteställning { $post } ({ $function })
# Vad det blev av det.
decision-stands = gäller
decision-replaced = ersatt
decision-annulled = upphävt
decision-was-replaced = gäller inte längre: beslut { $by } har trätt i dess ställe
decision-was-annulled = gäller inte längre: beslut { $by } har upphävt det
# Delgivning och överklagande.
decision-not-notified = inte än
decision-told = { $kind }, mottaget den { $received }
decision-told-sent = { $kind }, sänt den { $sent }, mottaget den { $received }
decision-kind-handed-over = genom personlig överlämning
decision-kind-letter = per vanligt brev
decision-kind-proof-of-receipt = mot mottagningsbevis
decision-kind-electronic = elektroniskt
decision-kind-publication = genom offentlig delgivning
decision-appeal-not-named = inte känt: registret anger ingen besvärstid för uppgiften den dagen
decision-appeal-not-counted = inte känt: registret anger en besvärstid som inte kan räknas i dagar
# Vad registret säger om myndigheten.
decision-support-borne = ger myndigheten beslutanderätten
decision-support-open = utesluter inte myndigheten, men kan inte svara utan att veta mer
decision-support-gone = anger en annan, eller ingen
decision-certainty-verified = läst i lagen
decision-certainty-inferred = härlett ur lagen
decision-certainty-seed = ur den text som registret utgick från; inte läst i lagen
# Vad som gjordes.
decision-made = Beslut { $name } är fattat i ärende { $case }.
decision-made-instead = Beslut { $name } är fattat i ärende { $case } i stället för ett tidigare.
decision-made-annulling = Beslut { $name } är fattat i ärende { $case }. Det upphäver ett tidigare.
decision-notified = Delgivningen av beslut { $name } är antecknad.
# Vad som skrevs fel.
decision-wrong = ”{ $word }” är inget beslut.
decision-wrong-todo = Skriv det som kotopolku decision list ÄRENDE visar det, till exempel 7/1, eller dess beteckning.
# Vad som står emot.
decision-unknown = Det finns inget sådant beslut för den här tjänsteställningen.
decision-unknown-todo = kotopolku decision list ÄRENDE visar besluten i ett ärende.
decision-not-competent = Myndigheten kan inte besluta i ärende { $number }: { $link }.
decision-link-closed = ärendet avslutades { $at }
decision-link-never-bore = den har aldrig haft del i ärendet
decision-link-ended = den har inte längre del i ärendet; dess ansvar upphörde { $at }
decision-link-not-begun = den har inte del i ärendet än; dess ansvar börjar { $at }
decision-link-looks-after = den tar bara hand om ärendet, eftersom { $why }, och det ger ingen beslutanderätt
decision-link-looks-after-todo = Ta först reda på vem som är huvudansvarig: kotopolku case settle ÄRENDE
decision-link-other-verbs = den har del i ärendet men saknar beslutanderätt (dess del: { $has }); beslutanderätten ligger hos { $organs }
decision-link-other-verbs-nobody = den har del i ärendet men saknar beslutanderätt (dess del: { $has }), och det gör alla andra som nu har del i det också
decision-link-other-role = dess roll i ärendet är ”{ $is }”, och steget tas av den vars roll är ”{ $by }”
decision-link-function = tjänsteställningen har funktionen { $is }, och steget kräver { $by }
decision-link-function-todo = Handla som en tjänsteställning med den funktionen: kotopolku post list
decision-link-not-by-law = den { $day } ger registret beslutanderätten åt { $now }
decision-link-not-by-law-nobody = den { $day } ger registret ingen beslutanderätten
decision-link-not-by-law-todo = Lämna över ärendet. Om en övergångsbestämmelse låter det stanna här, ange den med --although, med paragrafen.
decision-link-organ-not-there = myndigheten finns inte den { $day }
decision-between-nobody = ingen är huvudansvarig enligt registret
decision-between-ask = mer måste vara känt innan det går att säga vem som är huvudansvarig
decision-between-undetermined = flera kan vara huvudansvariga
decision-between-contradiction = de antecknade uppgifterna inte alla kan stämma
decision-decides-nothing = Steget { $step } innebär inget beslut.
decision-decides-nothing-todo = De som gör det: { $steps }. Andra steg tas med kotopolku case step.
decision-decides-nothing-none = Steget { $step } innebär inget beslut, och inget annat steg i ärendet gör det heller.
decision-stands-no-longer-replaced = Det beslutet gäller inte längre: beslut { $by } har trätt i dess ställe.
decision-stands-no-longer-annulled = Det beslutet gäller inte längre: beslut { $by } har upphävt det.
decision-of-another-matter = Ett beslut kan bara träda i stället för ett som gäller samma person och samma uppgift.
decision-notified-already = Beslutet är redan delgivet; det mottogs den { $received }.
decision-notified-already-todo = Om det antecknades fel, sätt den här delgivningen i dess ställe: --replaces { $id }
decision-not-the-last-notification = Det är inte beslutets senaste delgivning.
decision-not-the-last-notification-todo = kotopolku decision show visar den senaste.
decision-day-before-decision = Det kan inte delges den { $day }: beslutet fattades den { $made }.
decision-day-before-sending = Det kan inte ha mottagits den { $day }: det sändes den { $sent }.
decision-day-not-yet = Den { $day } har inte kommit än: i dag är det den { $today }.
decision-no-reason = Det saknas vad mottagningsdagen stöder sig på.
decision-no-reason-todo = Ange det med --reason: mottagningsbeviset eller paragrafen.
decision-state-the-day = Registret räknar inte ut när ett beslut är mottaget som delges { $kind }.
decision-state-the-day-todo = Ange dagen med --received, och med --reason vad den stöder sig på.
decision-say-which-limit = Besvärstiden ändrades mellan beslutet och mottagandet: { $limits } kan gälla.
decision-say-which-limit-todo = Ange med --limit vilken som gäller.
decision-not-a-limit = ”{ $limit }” är ingen besvärstid som kan gälla här.
decision-not-a-limit-todo = De här kan det: { $limits }.
decision-not-a-limit-none = Registret anger ingen för uppgiften de här dagarna. Utelämna --limit.
decision-limit-when-made = { $limit } (gällde då beslutet fattades)
decision-limit-when-received = { $limit } (gällde då beslutet mottogs)
# Omräkning.
decision-not-for-this-post = Bara operatören och tjänsteställningar med funktionen auditor räknar om besluten.
decision-not-for-this-post-todo = kotopolku decision list ÄRENDE visar besluten i ett ärende.
decision-replay-progress = { $done } av { $of } beslut
decision-replay-none = Inget beslut har fattats än.
decision-replay-same = { $count ->
        [one] Det enda beslutet blir detsamma enligt den utgåva som det fattades under.
       *[other] Alla { $count } beslut blir desamma enligt de utgåvor som de fattades under.
    }
decision-replay-same-today = { $count ->
        [one] Dagens register skulle ge det enda beslutet åt samma myndighet.
       *[other] Dagens register skulle ge alla { $count } beslut åt samma myndigheter.
    }
decision-replay-differs = Alla beslut blir inte desamma:
decision-replay-differs-today = Dagens register skulle inte ge alla beslut åt samma myndighet:
decision-replay-one = { $day }, { $organ }: beslut { $decision }
decision-replay-more = { $count ->
        [one] Ett till nämns inte; --at-most nämner fler.
       *[other] { $count } till nämns inte; --at-most nämner fler.
    }
decision-replay-row-all = Omräknade
decision-replay-row-same = Desamma
decision-replay-row-differs = Annorlunda
decision-replay-row-cannot = Kan inte räknas om
decision-differs-altered = det lyder inte som när det fattades: någon har ändrat det i databasen
decision-differs-organ-of-holding = det anger myndigheten { $decision }, men ansvaret som det vilar på är ett annat: { $holding }
decision-differs-role-of-holding = det anger rollen ”{ $decision }”, men ansvaret som det vilar på har rollen ”{ $holding }”
decision-differs-not-held-then = ansvaret som det vilar på gällde inte i det ögonblicket, eller hör till ett annat ärende
decision-differs-no-power = ansvaret som det vilar på ger ingen beslutanderätt, bara: { $verb }
decision-differs-other-day = det är daterat den { $decision }, men fattades den { $instant }
decision-differs-other-organs = registret ger det åt { $to } ({ $basis })
decision-differs-nobody = registret ger det åt ingen ({ $basis })
decision-differs-other-support = om registret står det att det ”{ $from }”; nu gäller att det ”{ $to }”
decision-differs-other-clauses = andra bestämmelser ger myndigheten beslutanderätten: { $to } i stället för { $from }
decision-differs-other-basis = samma bestämmelser vilar på { $to } i stället för { $from }
decision-cannot-edition-missing = databasen har inte utgåvan { $edition }
decision-cannot-edition-changed = de filer som förvaras som utgåvan { $edition } är utgåvan { $found }
decision-cannot-edition-unreadable = de filer som förvaras som utgåvan { $edition } går inte att läsa
decision-cannot-edition-faulty = { $faults ->
        [one] utgåvan { $edition } blir inget register: den har ett fel
       *[other] utgåvan { $edition } blir inget register: den har { $faults } fel
    }
decision-cannot-unknown-duty = utgåvan känner inte uppgiften { $duty }
decision-cannot-holding-missing = ansvaret { $holding } som det vilar på finns inte
# På skrivbordet.
decision-form-notify = Anteckna delgivning
decision-form-lead = Av delgivningen räknas till vilken dag beslutet kan överklagas.
decision-form-kind = Hur delgavs beslutet?
decision-form-kind-missing = Välj hur beslutet delgavs.
decision-form-sent = Sänt, överlämnat eller publicerat
decision-form-received = Mottaget
decision-form-received-hint = Lämna tomt om dagen ska räknas enligt lagen.
decision-form-reason = Vad vilar dagen på?
decision-form-reason-hint = Mottagningsbeviset, eller paragrafen.
decision-form-limit = Vilken besvärstid gäller?
decision-form-do = Anteckna delgivningen
