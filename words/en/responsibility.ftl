# What the mark before the line means; read aloud and printed.
responsibility-lead = Leads
responsibility-beside = Beside
responsibility-above = Steers or supervises
responsibility-nobody = Nobody answers
responsibility-must = must
responsibility-may = may
responsibility-since = since { $day }
responsibility-because = because
responsibility-basis = Legal basis
responsibility-new-window = in the text of the law
