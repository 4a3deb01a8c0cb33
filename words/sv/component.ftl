component-you-are-here = Du är här
component-change = Ändra
component-pages = Sidor
component-previous = Föregående
component-next = Nästa
component-page = Sida { $number }
# Hur säkert ett svar är.
component-certainty-inferred = Slutsats
component-certainty-inferred-what = Lagen säger inte detta rakt ut; vi har dragit slutsatsen ur de bestämmelser som anges.
component-certainty-seed = Bara i utgångstexten
component-certainty-seed-what = Detta står i den text som registret utgår från. Vi har inte hittat det i lagen.
component-certainty-unconfirmed = Obekräftat
component-certainty-unconfirmed-what = Området kommer från en källa som vi inte har kunnat bekräfta.
component-state = Staten
component-regional = Regionen
component-local = Kommunen
component-person = Personen
