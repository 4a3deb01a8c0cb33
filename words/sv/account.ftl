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
