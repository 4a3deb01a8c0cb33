# Koneasiakkaat: ohjelmat, jotka toimivat täällä itsenäisesti.
client-added = Asiakasohjelma { $client } ({ $organ }) saa toimia { $day } asti. Sen tunniste:
client-token-once = Tunniste näytetään vain tämän kerran, eikä sitä säilytetä missään. Anna se ohjelmalle, älä kenellekään muulle.
client-ended = Asiakasohjelma { $client } on päätetty: sen tunnisteella ei enää pääse sisään.
client-none = Asiakasohjelmia ei ole vielä.
client-head-client = Asiakasohjelma
client-head-duties = Tehtävät
client-head-ended = Päätetty
client-unknown = Asiakasohjelmaa ”{ $client }” ei ole.
client-unknown-todo = kotopolku client list näyttää asiakasohjelmat.
client-operator-only = Vain ylläpitäjä tekee, luettelee ja päättää asiakasohjelmia.
client-no-duties = Asiakasohjelma toimii vähintään yhden tehtävän asioissa.
client-no-duties-todo = Nimeä tehtävät valinnalla --duty; kotopolku duties näyttää ne.
client-too-long = Asiakasohjelma kestää enintään vuoden: viimeistään { $day } sitä ei enää ole.
client-ended-already = Asiakasohjelma { $client } on jo päätetty { $at }.
client-of-a-program = { $post } on ohjelman virkatehtävä: kukaan ei kirjaudu sillä.
