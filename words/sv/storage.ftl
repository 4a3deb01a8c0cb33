# Det som databasen inte kan.
storage-stale = Någon annan har ändrat det här under tiden. Inget av ditt sparades.
storage-stale-todo = Se hur det är nu, och gör om det om det fortfarande är rätt.
storage-contended = Flera ändrade samma sak på en gång. Inget av ditt sparades.
storage-again = Försök på nytt om en stund.
storage-busy = Databasen var upptagen för länge. Inget sparades.
storage-too-slow = Det här tog längre tid än det får. Inget sparades.
storage-gone = Databasen kan inte nås ({ $why }). Inget sparades.
storage-gone-todo = Kontrollera adressen (--database) och att databasen är i gång.
storage-unsure = Förbindelsen bröts i det ögonblick då det sparades: det är inte känt om det sparades.
storage-unsure-todo = Se efter om det finns innan du gör om det. Raderna i loggen har beteckningen { $unit }.
storage-disk-full = Disken är full. Inget sparades.
storage-disk-full-todo = Gör plats och gör om det.
storage-read-only = Databasen kan just nu bara läsas. Inget sparades.
storage-disk = Disken kunde inte läsas eller skrivas ({ $why }). Inget sparades.
storage-unreadable = Databasen är skadad, eller så är filen ingen databas ({ $why }).
storage-address = Databasens adress går inte att förstå.
storage-address-todo = Skriv sqlite: och en fil, som sqlite:kotopolku.db, eller en servers adress, som postgres://namn@värd/databas.
storage-violation = En regel i databasen står emot: { $why }. Inget sparades.
storage-not-a-word = ”{ $word }…” kan inte stå i loggen: bara små bokstäver a–z, siffror och .:_/+- går.
storage-fault = Felet ligger hos programmet eller databasen: { $why }.
storage-newer = Databasen är nyare än programmet: den har genomgått migreringen { $name }, som programmet inte känner till.
storage-newer-todo = Använd det nyare programmet.
storage-changed = Migreringen { $name } kördes i den här databasen med en annan text än programmet har.
storage-changed-todo = Använd det program som skapade databasen. En migrering som har körts någonstans ändras aldrig.
storage-older = Databasen är äldre än programmet: { $due ->
    [one] en migrering
   *[other] { $due } migreringar
    } har inte körts.
storage-older-todo = Kör kotopolku migrate.
storage-failed = Migreringen { $name } misslyckades, och inget av körningen sparades: { $why }
