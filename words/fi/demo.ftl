# Esittelymaailma.
demo-made = Luotiin { $people } keksittyä henkilöä, { $cases } asiaa, { $documents } asiakirjaa ja { $accounts } viranhaltijaa ajassa { $seconds } s.
demo-next = Seuraavaksi: kotopolku serve --database { $database }
demo-kept = Esittely on jo olemassa ja säilytetään: se on kokonainen ja enintään viikon vanha.
demo-progress = { $day }: { $people } henkilöä, { $cases } asiaa
demo-operator-only = Vain ohjelman ylläpitäjä tekee esittelyn.
demo-in-use = Tietokannassa on { $accounts } käyttäjätiliä ja { $posts } tehtävää, jotka eivät kuulu esittelyyn. Mitään ei muutettu.
demo-in-use-todo = Tee esittely omaan tietokantaansa: kotopolku demo make --database sqlite:demo.db
demo-already = Tietokanta on jo esittely, joka tehtiin päivälle { $day }.
demo-already-todo = Tee palvelimella uusi tyhjään tietokantaan: createdb, sitten kotopolku demo make --database postgres://…
demo-none = Tietokanta ei ole esittely.
demo-none-todo = Tee sellainen: kotopolku demo make --database sqlite:demo.db
demo-serving = Esittely, jossa kaikki henkilöt on keksitty, tehty päivälle { $day }. Kirjaudu yhdellä napsautuksella osoitteessa { $address }
