# Demonstrationsvärlden.
demo-made = { $people } påhittade personer med { $cases } ärenden och { $documents } handlingar samt { $accounts } tjänstemän skapades på { $seconds } s.
demo-next = Härnäst: kotopolku serve --database { $database }
demo-kept = Demonstrationen som finns behålls: den är hel och högst en vecka gammal.
demo-progress = { $day }: { $people } personer, { $cases } ärenden
demo-operator-only = Bara den som driver programmet gör en demonstration.
demo-in-use = Databasen innehåller { $accounts } konton och { $posts } tjänsteställningar som inte hör till en demonstration. Ingenting ändrades.
demo-in-use-todo = Gör demonstrationen i en egen databas: kotopolku demo make --database sqlite:demo.db
demo-already = Databasen är redan en demonstration, gjord för { $day }.
demo-already-todo = På en server görs den nya i en tom databas: createdb, sedan kotopolku demo make --database postgres://…
demo-none = Databasen är ingen demonstration.
demo-none-todo = Gör en: kotopolku demo make --database sqlite:demo.db
demo-serving = En demonstration med påhittade personer, gjord för { $day }. Logga in med ett klick på { $address }
