# Luonnokset: lomakkeella aloitettu.
draft-too-large = Luonnokseen mahtuu enintään { $most } tavua. Tallenna ensin osa siitä.
# Työpöydällä.
draft-of-case = Asia { $number }: { $what }
draft-of-fact = Tieto henkilöstä: { $what }
draft-remove = Poista luonnos
draft-saved = Tallennettu { $at }
draft-title = Luonnokseni
