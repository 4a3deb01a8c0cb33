# Making and updating the database.
migrate-ran = { $count ->
    [one] One migration was run:
   *[other] { $count } migrations were run:
    }
migrate-nothing = The database is up to date; nothing was due.
migrate-trial = It is a trial database: --at sets its clock. Keep no real matters in it.
migrate-not-trial = This database was made for real matters, and cannot become a trial database.
migrate-not-trial-todo = Make a new one: kotopolku migrate --trial --database sqlite:trial.db
migrate-next = Next: set up a post, kotopolku post add --help
