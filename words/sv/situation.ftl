# För vem en regel gäller.
situation-or = eller
situation-one-of = och minst ett av följande: { $conditions }
situation-not = men inte om { $condition }
situation-other-than = annat än { $values }
situation-everybody = Gäller alla
situation-for = För vem
# Ord som behåller sin stora bokstav inne i en mening (början av ordet räcker).
situation-capitals = Finland, Åland, Helsingfors, EU
