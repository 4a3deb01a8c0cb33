# Vad gränssnittet säger till program när något är fel. Rubrikerna namnger slaget av fel.
api-kind-not-understood = Frågan går inte att förstå
api-kind-not-understood-meaning = Något i adressen är okänt eller skrivet så att det inte går att läsa. Listan ”errors” säger vad, parameter för parameter. Ingenting gissas: rätta parametrarna och fråga på nytt.
api-kind-not-found = Här finns ingenting
api-kind-not-found-meaning = Ingen uppgift, myndighet, kommun, källa eller annan resurs har den här adressen.
api-kind-other-edition = Servern svarar ur en annan utgåva
api-kind-other-edition-meaning = Den utgåva som efterfrågas är inte den som servern svarar ur. Fråga utan ”edition”, eller vänd dig till en server som har utgåvan.
api-kind-read-only = Adressen går bara att läsa
api-kind-read-only-meaning = Registrets gränssnitt svarar på GET och HEAD. Det tar inte emot något.
api-kind-our-fault = Felet är vårt
api-kind-our-fault-meaning = Ett oväntat fel inträffade på servern. Det har antecknats. Försök igen senare.
api-nothing-here = Det finns ingenting på adressen { $address }. Gränssnittet beskrivs på { $docs }.
api-read-only = Här besvaras bara GET och HEAD, inte { $method }.
api-wrong = { $count ->
    [one] En parameter behöver rättas. { $first }
   *[other] { $count } parametrar behöver rättas. Den första: { $first }
}
api-unknown-parameter = Den här adressen tar inte emot någon parameter som heter ”{ $name }”.
api-takes = Den tar emot: { $names }.
api-empty = Parametern ”{ $name }” saknar värde. Ge den ett värde eller lämna bort den.
api-twice = Parametern ”{ $name }” är angiven mer än en gång. Ange den en gång.
api-missing = Parametern ”{ $name }” behövs.
api-bad-day = ”{ $word }” är ingen dag. Skriv den som 2025-01-31.
api-bad-language = ”{ $word }” är inget av registrets språk. De är { $languages }.
api-bad-limit = ”{ $word }” är inget tal från 1 till { $most }.
api-bad-cursor = Den här markören har inte getts av den här adressen för den här frågan. Börja utan ”cursor” och följ ”next” utan att ändra de andra parametrarna.
api-old-cursor = Markören kommer från en annan utgåva av registret. Börja om utan ”cursor”.
api-unknown-atom = Det finns ingen rad ”{ $word }” i programtexten. Raderna heter { $example } och så vidare.
api-unknown-kind = Det finns inget myndighetsslag som heter ”{ $word }”.
api-unknown-source = Det finns ingen källa som heter ”{ $word }”. Snedstrecket i numret skrivs som bindestreck: { $example }.
api-other-edition = Utgåvan ”{ $asked }” finns inte här. Servern svarar ur utgåvan { $served }.
api-wrong-order = Dagen före ({ $before }) kommer efter dagen efter ({ $after }). Byt plats på dem.
api-kind-not-signed-in = Inte inloggad
api-kind-not-signed-in-meaning = Det här är för den som är inloggad. Logga in, eller skicka en nyckel.
