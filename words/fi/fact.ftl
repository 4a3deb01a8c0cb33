# Henkilöitä koskevat tiedot.
fact-recorded = Kirjattu: { $attribute }
fact-no-change = Se oli jo tiedossa; mitään ei muutettu.
fact-now = Nyt voimassa
fact-before = Ei enää voimassa
fact-contradiction = Kirjatut tiedot eivät { $day } alkaen voi kaikki pitää paikkaansa ({ $attributes }): { $why }
fact-municipality = Kunta
fact-own-name = Nimi
fact-own-mother-tongue = Äidinkieli
fact-own-language = Kieli
fact-own-interpreter = Tulkkaustarve
fact-own-nationality = Kansalaisuus
fact-own-address = Osoite
fact-own-phone = Puhelin
fact-own-email = Sähköposti
fact-own-contact = Yhteystieto
fact-own-support-need = Tuen tarve
