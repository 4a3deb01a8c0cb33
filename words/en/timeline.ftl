timeline-title = How the answer changes through time
timeline-today = today
timeline-description = From { $from } until { $until } in { $count ->
        [one] one stretch
       *[other] { $count } stretches
    }. The same content stands in the table below.
timeline-number = No
timeline-from = From
timeline-until = To and including
timeline-who = Responsible
timeline-basis = Legal basis
timeline-onward = no end known
timeline-before = since earlier
timeline-now = Holds on the day you ask about
timeline-nobody = Nobody
timeline-unknown = Depends on what is not known
