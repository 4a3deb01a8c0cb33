# At the desk: the database, the clock, who acts.
desk-instant = { $day }, { $hour }:{ $minute }
desk-instant-wrong = “{ $word }” is not a moment. Write it as 2024-12-31T23:59, or with its zone as 2024-12-31T23:59+02:00.
desk-no-database = There is no database at { $path }.
desk-no-database-todo = Make one with kotopolku migrate, or name another with --database.
desk-as-whom = It is not known who acts.
desk-as-whom-todo = Name the post with --as POST. kotopolku post list shows the posts.
desk-not-sealed = What was done is kept, but the journal could not be sealed. The next command, or kotopolku journal seal, does it.
desk-no-trial = This is not a trial database: here the clock cannot be set.
desk-no-trial-todo = Leave out --at, or make a trial database of its own with kotopolku migrate --trial.
desk-trial-clock = Trial database: the clock stands at { $instant }.
