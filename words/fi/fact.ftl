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
# Mitä tieto siirtää.
fact-preview = Mitään ei ole vielä tallennettu. Jos tallennat nyt, tilanne on tämä:
fact-preview-no-change = Se on jo tiedossa; mitään ei muuttuisi.
fact-follows = Mitä avoimille asioille seuraa
fact-follows-none = Henkilöllä ei ole avointa asiaa, jonka tämä virkatehtävä saa nähdä.
fact-past = Kaikki on menneisyydessä: mitään ei siirry, ja silloin tehty pysyy voimassa.
fact-backdated = Tieto on muuttunut { $day } alkaen. Vastuu ei siirry taannehtivasti: mikä siirtyy, siirtyy nyt.
fact-future = Tieto muuttuu { $day } alkaen: mikä siirtyy, siirtyy silloin.
fact-save = Kun haluat tallentaa juuri tämän, jätä ”preview” pois ja lisää --based-on { $shown }
fact-based-on-wrong = ”{ $word }” ei ole se, minkä kotopolku fact preview näyttää valitsimelle --based-on.
