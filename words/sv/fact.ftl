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
# Vad en uppgift flyttar.
fact-preview = Ingenting är sparat än. Om det sparas nu blir det så här:
fact-preview-no-change = Det är redan känt så; inget skulle ändras.
fact-follows = Vad som följer för de öppna ärendena
fact-follows-none = Personen har inget öppet ärende som den här tjänsteställningen får se.
fact-past = Allt ligger i det förflutna: inget flyttas, och det som då gjordes står fast.
fact-backdated = Det är annorlunda sedan den { $day }. Ansvaret flyttas inte bakåt i tiden: det som flyttas, flyttas från och med nu.
fact-future = Det blir annorlunda den { $day }: det som flyttas, flyttas då.
fact-save = För att spara just detta: utelämna ”preview” och lägg till --based-on { $shown }
fact-based-on-wrong = ”{ $word }” är inte det som kotopolku fact preview visar för --based-on.
