# Att skapa och uppdatera databasen.
migrate-ran = { $count ->
    [one] En migrering kördes:
   *[other] { $count } migreringar kördes:
    }
migrate-nothing = Databasen är aktuell; inget behövde köras.
migrate-trial = Det är en provdatabas: --at ställer dess klocka. Förvara inga riktiga ärenden i den.
migrate-not-trial = Den här databasen är skapad för riktiga ärenden och kan inte bli en provdatabas.
migrate-not-trial-todo = Skapa en ny: kotopolku migrate --trial --database sqlite:trial.db
migrate-next = Härnäst: inrätta en tjänsteställning, kotopolku post add --help
