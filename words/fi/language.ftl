language-name = suomi
# Miten päivät ja luvut kirjoitetaan (Unicoden kielikoodi).
language-locale = fi-FI
# Paikka kielivalitsimessa.
language-order = 1
