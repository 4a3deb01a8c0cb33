# What the database cannot do.
storage-stale = Somebody else changed this meanwhile. Nothing of yours was kept.
storage-stale-todo = Look at it as it is now, and do it again if it is still right.
storage-contended = Several were changing the same at once. Nothing of yours was kept.
storage-again = Try again in a moment.
storage-busy = The database was busy for too long. Nothing was kept.
storage-too-slow = This took longer than it may. Nothing was kept.
storage-gone = The database cannot be reached ({ $why }). Nothing was kept.
storage-gone-todo = Check the address (--database) and that the database is running.
storage-unsure = The connection was lost in the very moment of saving: it is not known whether it was kept.
storage-unsure-todo = Look whether it is there before you do it again. Its lines in the journal bear the identity { $unit }.
storage-disk-full = The disk is full. Nothing was kept.
storage-disk-full-todo = Make room, and do it again.
storage-read-only = The database can only be read just now. Nothing was kept.
storage-disk = The disk could not be read or written ({ $why }). Nothing was kept.
storage-unreadable = The database is damaged, or the file is none ({ $why }).
storage-address = The address of the database cannot be understood.
storage-address-todo = Write sqlite: and a file, as sqlite:kotopolku.db, or the address of a server, as postgres://name@host/database.
storage-violation = A rule of the database stands against it: { $why }. Nothing was kept.
storage-not-a-word = “{ $word }…” cannot stand in the journal: only small letters a–z, digits and .:_/+- do.
storage-fault = The program or the database is at fault: { $why }.
storage-newer = The database is newer than this program: it has had the migration { $name }, which this program does not know.
storage-newer-todo = Use the newer program.
storage-changed = The migration { $name } was run in this database with another text than this program has.
storage-changed-todo = Use the program that made the database. A migration that has been run anywhere is never changed.
storage-older = The database is older than this program: { $due ->
    [one] one migration is
   *[other] { $due } migrations are
    } still to be run.
storage-older-todo = Run kotopolku migrate.
storage-failed = The migration { $name } failed, and nothing of this run was kept: { $why }
