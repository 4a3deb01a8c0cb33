reason-title = Miksi juuri tämä vastaus?
reason-path = Näin vastaukseen päädyttiin
reason-rejected = Nämäkin tutkittiin, mutta ne eivät täyttyneet
reason-basis = Oikeusperuste
reason-edition = Vastaus perustuu laitokseen { $edition }.
