question-unknown = En tiedä
question-unknown-hint = Silloin kysymme jotain muuta tai näytämme mahdolliset vastaukset.
question-why = Miksi tätä kysytään?
question-continue = Jatka
question-age-hint = Kokonaisina vuosina, esimerkiksi 17
question-day-hint = Päivä.kuukausi.vuosi, esimerkiksi 10.5.2021
question-or-band = Tai jos et tiedä tarkkaa päivää
question-or = tai
