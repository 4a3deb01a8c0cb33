source-list-title = Lagar och andra källor
source-list-intro = Allt som registret vilar på. Öppna en källa för att se vad som följer av var och en av dess paragrafer.
source-kind-act = Lagar
source-kind-decree = Förordningar
source-kind-programme = Program
source-kind-other = Andra texter
source-in-force = I kraft
source-rests = { $count ->
        [0] inget vilar på den ännu
        [one] ett ställe i registret vilar på den
       *[other] { $count } ställen i registret vilar på den
    }
source-unknown = Registret har ingen källa med numret ”{ $id }”. En lag skrivs som 1386/2010.
source-unknown-section = Inget i registret vilar på { $section } § i { $source }.
source-whole = Hela texten
source-number = Beteckning
source-name-missing = namnet har inte setts på detta språk
source-amends = Ändrar
source-text = Texten
source-sections = Paragrafer
source-all-sections = Visa alla paragrafer
source-nothing = Inget i registret vilar direkt på den. Den nämns för att den ändrar eller förklarar något annat.
source-lead = Svarar: { $organ } { $verb }
source-beside = Vid sidan av: { $organ } { $verb }
source-nobody = Ingen svarar: { $why }
source-limit = Tidsfrist: { $title } ({ $length })
source-retention = Bevaring: { $title } ({ $length })
source-content = Innehåll: { $title }
source-result = Resultat: { $title }
source-amount = Belopp: { $title }
source-note = Anmärkning: { $text }
source-organ = Myndigheten
source-area = Områdesindelningen
source-instrument = Lokalt beslut: { $slot }
