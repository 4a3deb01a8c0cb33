# Tietokannan luonti ja päivitys.
migrate-ran = { $count ->
    [one] Yksi migraatio ajettiin:
   *[other] { $count } migraatiota ajettiin:
    }
migrate-nothing = Tietokanta on ajan tasalla; mitään ei tarvinnut ajaa.
migrate-trial = Tämä on koetietokanta: --at asettaa sen kellon. Älä säilytä siinä oikeita asioita.
migrate-not-trial = Tämä tietokanta on luotu oikeita asioita varten, eikä siitä voi tulla koetietokantaa.
migrate-not-trial-todo = Luo uusi: kotopolku migrate --trial --database sqlite:trial.db
migrate-next = Seuraavaksi: perusta virkatehtävä, kotopolku post add --help
