# For whom a rule is.
situation-or = or
situation-one-of = and at least one of these: { $conditions }
situation-not = but not if { $condition }
situation-other-than = other than { $values }
situation-everybody = For everybody
situation-for = For whom
# Words that keep their capital inside a sentence (the beginning of the word is enough).
situation-capitals = Finnish, Finland, Nordic, Åland, Helsinki, EU, TE
