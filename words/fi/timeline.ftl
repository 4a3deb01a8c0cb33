timeline-title = Näin vastaus muuttuu ajan mittaan
timeline-today = tänään
timeline-description = { $from }–{ $until }, { $count ->
        [one] yksi vaihe
       *[other] { $count } vaihetta
    }. Sama sisältö on alla olevassa taulukossa.
timeline-number = Nro
timeline-from = Alkaen
timeline-until = Päättyen
timeline-who = Vastaa
timeline-basis = Oikeusperuste
timeline-onward = toistaiseksi
timeline-before = aiemmasta
timeline-now = Voimassa päivänä, jota kysyt
timeline-nobody = Ei kukaan
timeline-unknown = Riippuu siitä, mitä ei tiedetä
