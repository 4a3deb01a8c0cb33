# The demonstration world.
demo-made = { $people } invented people with { $cases } cases and { $documents } documents, and { $accounts } officials, were made in { $seconds } s.
demo-next = Next: kotopolku serve --database { $database }
demo-kept = The demonstration that is there is kept: it is whole, and at most a week old.
demo-progress = { $day }: { $people } people, { $cases } cases
demo-operator-only = Only the operator makes a demonstration.
demo-in-use = This database holds { $accounts } accounts and { $posts } posts that are no demonstration's. Nothing was changed.
demo-in-use-todo = Make the demonstration in a database of its own: kotopolku demo make --database sqlite:demo.db
demo-already = This database is a demonstration already, made for { $day }.
demo-already-todo = On a server, make the new one in an empty database: createdb, then kotopolku demo make --database postgres://…
demo-none = This database is no demonstration.
demo-none-todo = Make one: kotopolku demo make --database sqlite:demo.db
demo-serving = A demonstration with invented people, made for { $day }. Sign in with one click at { $address }
