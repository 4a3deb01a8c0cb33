# Ketä säännös koskee, luettelona.
whom-any = Ja vähintään yksi seuraavista:
whom-none = Mutta ei, jos:
whom-when = { $count ->
        [one] Missä tilanteessa?
       *[other] Missä tilanteissa? ({ $count })
    }
