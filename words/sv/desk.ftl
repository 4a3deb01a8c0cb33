# Vid skrivbordet: databasen, klockan, vem som handlar.
desk-instant = { $day } kl. { $hour }.{ $minute }
desk-instant-wrong = ”{ $word }” är ingen tidpunkt. Skriv den som 2024-12-31T23:59, eller med sin zon som 2024-12-31T23:59+02:00.
desk-no-database = Det finns ingen databas i { $path }.
desk-no-database-todo = Skapa en med kotopolku migrate, eller ange en annan med --database.
desk-as-whom = Det är inte känt vem som handlar.
desk-as-whom-todo = Ange tjänsteställningen med --as POST. kotopolku post list visar tjänsteställningarna.
desk-not-sealed = Det som gjordes är sparat, men loggen kunde inte förseglas. Nästa kommando eller kotopolku journal seal gör det.
desk-no-trial = Det här är ingen provdatabas: här kan klockan inte ställas.
desk-no-trial-todo = Utelämna --at, eller skapa en särskild provdatabas med kotopolku migrate --trial.
desk-trial-clock = Provdatabas: klockan är ställd på { $instant }.
