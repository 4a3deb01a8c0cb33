# Mitä rivin edessä oleva merkki tarkoittaa; luetaan ääneen ja tulostetaan.
responsibility-lead = Päävastuullinen
responsibility-beside = Rinnalla
responsibility-above = Ohjaa tai valvoo
responsibility-nobody = Kukaan ei vastaa
responsibility-must = on velvollinen
responsibility-may = voi
responsibility-since = { $day } alkaen
responsibility-because = koska
responsibility-basis = Oikeusperuste
responsibility-new-window = säädöstekstissä
