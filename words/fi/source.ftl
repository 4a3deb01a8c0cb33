source-list-title = Lait ja muut lähteet
source-list-intro = Kaikki, mihin rekisteri perustuu. Avaa lähde, niin näet, mitä sen kustakin pykälästä seuraa.
source-kind-act = Lait
source-kind-decree = Asetukset
source-kind-programme = Ohjelmat
source-kind-other = Muut tekstit
source-in-force = Voimassa
source-rests = { $count ->
        [0] mikään ei vielä perustu siihen
        [one] yksi rekisterin kohta perustuu siihen
       *[other] { $count } rekisterin kohtaa perustuu siihen
    }
source-unknown = Rekisterissä ei ole lähdettä, jonka numero on ”{ $id }”. Laki kirjoitetaan näin: 1386/2010.
source-unknown-section = Mikään rekisterissä ei perustu pykälään { $section } §: { $source }.
source-whole = Koko teksti
source-number = Tunnus
source-name-missing = nimeä ei ole nähty tällä kielellä
source-amends = Muuttaa
source-text = Teksti
source-sections = Pykälät
source-all-sections = Näytä kaikki pykälät
source-nothing = Mikään rekisterissä ei perustu suoraan siihen. Se mainitaan, koska se muuttaa tai selittää jotakin muuta.
source-lead = Vastaa: { $organ } { $verb }
source-beside = Rinnalla: { $organ } { $verb }
source-nobody = Kukaan ei vastaa: { $why }
source-limit = Määräaika: { $title } ({ $length })
source-retention = Säilytys: { $title } ({ $length })
source-content = Sisältö: { $title }
source-result = Tulos: { $title }
source-amount = Rahamäärä: { $title }
source-note = Huomautus: { $text }
source-organ = Viranomainen
source-area = Aluejako
source-instrument = Paikallinen päätös: { $slot }
