# Konton och inloggning.
account-desk = Skrivbord
account-mine = Mitt konto
account-sign-out = Logga ut
account-officials = Logga in
account-privacy = En kaka håller dig inloggad. Vad du gör och vad du läser om människor skrivs i journalen.
account-sign-in = Logga in
account-sign-in-lead = För tjänstepersoner som har ett konto här. Allt annat på sidorna kan läsas utan.
account-login = Namn
account-login-hint = Namnet som du fick med ditt konto.
account-password = Lösenord
account-not-right = Namnet eller lösenordet stämmer inte. Kontrollera båda och försök igen.
account-wait-seconds = { $count ->
        [one] För många försök härifrån. Vänta { $count } sekund och försök sedan igen.
       *[other] För många försök härifrån. Vänta { $count } sekunder och försök sedan igen.
    }
account-wait-minutes = { $count ->
        [one] För många försök härifrån. Vänta { $count } minut och försök sedan igen.
       *[other] För många försök härifrån. Vänta { $count } minuter och försök sedan igen.
    }
account-forgotten = Har du glömt lösenordet, eller tappat telefonen med koderna? Den som sköter kontona hos din myndighet kan ordna det.
account-code-title = Ett steg till
account-code-lead = Ditt konto har en andra faktor. Öppna appen i din telefon och skriv de sex siffror som den visar.
account-code = Kod
account-code-hint = Sex siffror, eller en av dina återställningskoder.
account-code-not-right = Koden stämmer inte, eller har redan använts. Vänta på nästa och skriv den.
account-code-go-on = Gå vidare
account-code-over = Det gick för lång tid. Logga in en gång till.
account-signed-out = Du är utloggad.
account-ended = Du behöver logga in. En session tar slut efter en halvtimme utan att användas, efter tolv timmar, och när lösenordet byts.
account-desk-title = Skrivbord
account-acting = Du handlar som { $title }, { $organ }.
account-no-post = Ditt konto har ingen tjänsteställning, så här finns inget att se ännu.
account-no-post-todo = Be den som sköter kontona hos din myndighet att ge det en.
account-choose = Som vem handlar du?
account-choose-lead = Ditt konto har flera tjänsteställningar. Vad du ser och får göra följer av den du väljer.
account-choose-other = Handla som en annan tjänsteställning
account-act = Handla som denna
account-leads = Härifrån
account-to-register = Fråga registret vem som ansvarar
account-key-file = Nyckelfilen { $path } kan inte användas: { $why }
account-key-file-todo = Lägg tillbaka rätt fil: utan den går det inte att fråga efter andra faktorer som har lagts till. Eller ange en annan med --key-file.
account-key-file-no-key = den innehåller ingen nyckel
account-operator-only = Bara operatören sköter konton.
account-unknown = Det finns inget konto ”{ $login }”.
account-unknown-todo = kotopolku account list visar kontona.
account-taken = Det finns redan ett konto ”{ $login }”. Ett som har stängts behåller sitt namn, så att journalen förblir tydlig.
account-not-a-login = ”{ $login }” är inget namn att logga in med: små bokstäver a–z, siffror och .@_+- går an, 2 till 80 tecken.
account-not-a-login-todo = Till exempel anna.example
account-not-a-name = Vems kontot är anges med --name, med 1 till 120 tecken.
account-not-a-language = ”{ $language }” är inget av språken sv, fi och en.
account-closed-already = Kontot { $login } stängdes { $at }. Det öppnas inte igen.
account-has-post = Kontot får redan handla som { $post }.
account-not-its-post = Kontot får inte handla som { $post }.
account-password-short = { $count ->
        [one] Ett lösenord har minst { $count } tecken.
       *[other] Ett lösenord har minst { $count } tecken.
    }
account-password-long = { $count ->
        [one] Ett lösenord har högst { $count } tecken.
       *[other] Ett lösenord har högst { $count } tecken.
    }
account-password-guessed = Det lösenordet är lätt att gissa: det är namnet, ett vanligt ord eller samma sak om och om igen.
account-password-todo = Fyra eller fem ord som inte har med varandra att göra blir ett bra lösenord.
account-no-second-factor = Kontot har ingen andra faktor.
account-subject-taken = Den identiteten hos inloggningstjänsten är redan kopplad till ett konto.
account-added = Kontot { $login } har skapats.
account-added-todo = Nästa steg: kotopolku account password { $login } --make, sedan kotopolku account post add { $login } TJÄNSTESTÄLLNING
account-closed = Kontot { $login } är stängt, och dess sessioner har avslutats.
account-post-given = Kontot { $login } får handla som { $post }.
account-post-taken = Kontot { $login } får inte längre handla som { $post }.
account-password-set = Kontot { $login } har ett nytt lösenord. Dess sessioner har avslutats.
account-password-once = Det visas bara den här gången. Den som får det byter det under ”Mitt konto”.
account-factor-reset = Kontot { $login } har ingen andra faktor längre. Dess sessioner har avslutats.
account-sessions-ended = { $count ->
        [one] { $count } session för { $login } har avslutats.
       *[other] { $count } sessioner för { $login } har avslutats.
    }
account-none = Det finns inget konto ännu.
account-none-todo = Skapa ett: kotopolku account add anna.example --name "Anna Example"
account-yes = ja
account-head-name = Vems
account-head-posts = Får handla som
account-head-closed = Stängt
account-factor = Andra faktor
account-new-password = Nytt lösenord
account-new-again = Samma en gång till
account-not-the-same = De två är inte lika. Inget ändrades.
account-old-password = Lösenord nu
account-change-password = Byt lösenord
account-password-hint = { $count ->
        [one] Minst { $count } tecken.
       *[other] Minst { $count } tecken. Fyra eller fem ord som inte har med varandra att göra är bra.
    }
account-password-changed = Lösenordet är bytt. Alla andra sessioner har avslutats.
account-old-not-right = Lösenordet som du har nu stämmer inte.
account-factor-why = Med en andra faktor kommer ingen in med bara ditt lösenord. Du behöver en app i telefonen som visar sex siffror.
account-factor-add = Lägg till en andra faktor
account-factor-on = Ditt konto har en andra faktor.
account-factor-codes-left = { $count ->
        [one] Du har { $count } återställningskod kvar.
       *[other] Du har { $count } återställningskoder kvar.
    }
account-factor-remove = Ta bort den andra faktorn
account-factor-removed = Den andra faktorn är borttagen. Nu öppnar lösenordet ensamt kontot.
account-factor-no-key = Den här servern har ingen nyckel att förvara andra faktorer med, så ingen kan läggas till. Den som driver servern kan ge den en.
account-factor-title = Lägg till en andra faktor
account-factor-scan = Öppna appen och låt den läsa den här bilden.
account-factor-picture = Bild som appen läser
account-factor-write = Om det inte går, skriv in det här i stället:
account-factor-prove = Skriv de sex siffror som den visar nu. Innan du har gjort det ändras ingenting.
account-factor-prove-button = Lägg till den
account-factor-anew = Visa en ny bild
account-codes-title = Dina återställningskoder
account-codes-lead = Den andra faktorn är tillagd. Om du tappar telefonen släpper var och en av de här koderna in dig en gång. De visas bara nu: skriv ut dem, eller förvara dem där du har dina lösenord.
account-codes-kept = Jag har tagit vara på dem
account-sessions = Var du är inloggad
account-sessions-lead = Om du inte känner igen en av dem, avsluta den och byt lösenord.
account-session-this = den här
account-session-from = Adress
account-session-end = Avsluta
account-session-ended = Sessionen är avslutad.
# På skrivbordet.
account-form-kept = Din inloggning hade gått ut. Det du skrev är bevarat som ett utkast. Logga in igen, så finns det kvar.
