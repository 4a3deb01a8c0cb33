# Uppgifter om personer.
fact-recorded = Antecknat: { $attribute }
fact-no-change = Det var redan känt så; inget ändrades.
fact-now = Gäller nu
fact-before = Gäller inte längre
fact-contradiction = Från och med { $day } kan de antecknade uppgifterna inte alla stämma ({ $attributes }): { $why }
fact-municipality = Kommun
fact-own-name = Namn
fact-own-mother-tongue = Modersmål
fact-own-language = Språk
fact-own-interpreter = Tolkbehov
fact-own-nationality = Medborgarskap
fact-own-address = Adress
fact-own-phone = Telefon
fact-own-email = E-post
fact-own-contact = Kontakt
fact-own-support-need = Stödbehov
