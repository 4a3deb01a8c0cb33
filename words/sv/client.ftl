# Maskinklienter: program som arbetar här på egen hand.
client-added = Klienten { $client } hos { $organ } får arbeta till och med { $day }. Dess nyckel:
client-token-once = Nyckeln visas bara den här gången och sparas ingenstans. Ge den till programmet och till ingen annan.
client-ended = Klienten { $client } är avslutad: dess nyckel släpper inte längre in någon.
client-none = Det finns ingen klient ännu.
client-head-client = Klient
client-head-duties = Uppgifter
client-head-ended = Avslutad
client-unknown = Det finns ingen klient ”{ $client }”.
client-unknown-todo = kotopolku client list visar klienterna.
client-operator-only = Bara operatören gör, listar och avslutar klienter.
client-no-duties = En klient arbetar i ärenden som hör till minst en uppgift.
client-no-duties-todo = Ange uppgifterna med --duty; kotopolku duties visar dem.
client-too-long = En klient varar högst ett år: senast { $day } finns den inte längre.
client-ended-already = Klienten { $client } avslutades redan { $at }.
client-of-a-program = { $post } är ett programs uppdrag: ingen loggar in som det.
