# Kun asioita siirretään asiatyyppinsä toiseen versioon: mitä suunnitellaan, tehdään ja perutaan.

versions-progress = { $done } / { $of } asiaa
versions-one = { $title }: versiosta { $from } versioon { $to }
versions-planned-todo = Mitään ei ole siirretty. Katso jokainen asia: kotopolku versions show { $id } · siirrä ne: kotopolku versions apply { $id }
versions-means = { $count ->
    [one] { $of } avoimesta asiasta voidaan siirtää { $moves }.
   *[other] { $of } avoimesta asiasta voidaan siirtää { $moves }.
    }
versions-applied = Siirretty: { $applied }. Jätetty ennalleen, koska asiassa oli tapahtunut jotakin: { $skipped }.
versions-undone = Palautettu: { $undone }. Ei palautettu, koska asiassa on sen jälkeen tapahtunut jotakin: { $kept }.
versions-none = Asioita ei ole siirretty toiseen versioon.
versions-none-todo = Tee ensin suunnitelma: kotopolku versions plan ASIATYYPPI --from VERSIO --to VERSIO
versions-no-cases = Suunnitelmassa ei ole sellaisia asioita.
versions-more = Lisää on: --after { $next }
versions-head-case = Asia
versions-head-means = Mitä se merkitsee
versions-head-done = Mitä tehtiin
versions-moves = siirtyy
versions-stays = jää: { $why }
versions-stays-no-status = toisessa versiossa ei ole sellaista tilaa
versions-stays-status-ends = toisessa versiossa asia olisi päättynyt
versions-stays-changed = asiassa on tapahtunut jotakin suunnitelman jälkeen
versions-stays-closed = asia on päätetty suunnitelman jälkeen
versions-lost = säilytetään erikseen, koska toisessa versiossa ei ole paikkaa: { $fields }
versions-limits-end = päättyvät määräajat: { $limits }
versions-limits-begin = alkavat määräajat: { $limits }
versions-limits-differ = toisin täyttyvät määräajat: { $limits }
versions-did-apply = siirretty
versions-did-skip = jätetty
versions-did-undo = palautettu
versions-did-keep = ei palautettu
