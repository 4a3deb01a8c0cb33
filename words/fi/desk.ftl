# Työpöydän ääressä: tietokanta, kello, kuka toimii.
desk-instant = { $day } klo { $hour }.{ $minute }
desk-instant-wrong = ”{ $word }” ei ole ajankohta. Kirjoita se muodossa 2024-12-31T23:59 tai aikavyöhykkeineen 2024-12-31T23:59+02:00.
desk-no-database = Kohteessa { $path } ei ole tietokantaa.
desk-no-database-todo = Luo sellainen komennolla kotopolku migrate tai anna toinen valitsimella --database.
desk-as-whom = Ei ole tiedossa, kuka toimii.
desk-as-whom-todo = Anna virkatehtävä valitsimella --as POST. kotopolku post list näyttää virkatehtävät.
desk-not-sealed = Tehty on tallennettu, mutta lokia ei voitu sinetöidä. Seuraava komento tai kotopolku journal seal tekee sen.
desk-no-trial = Tämä ei ole koetietokanta: kelloa ei voi täällä asettaa.
desk-no-trial-todo = Jätä --at pois tai luo erillinen koetietokanta komennolla kotopolku migrate --trial.
desk-trial-clock = Koetietokanta: kello on asetettu aikaan { $instant }.
