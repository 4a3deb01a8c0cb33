compare-title = Compare two days
compare-title-days = What changed between { $before } and { $after }?
compare-intro = Choose two days and see which duties moved: from whom to whom, for whom and where.
compare-before = Before
compare-after = After
compare-place = Municipality
compare-place-hint = Leave empty for the whole country
compare-duty = Duty
compare-duty-hint = Empty: all. Else its id, e.g. integration-plan
compare-show = Compare the days
compare-presets = The reforms, the day before and the day itself
compare-preset = { $day }: { $title }
compare-said = { $count ->
        [0] No duty changed its lead between { $before } and { $after }.
        [one] One duty changed its lead in some situation between { $before } and { $after }.
       *[other] { $count } duties changed their lead in some situation between { $before } and { $after }.
    }
compare-unchanged = { $count ->
        [0] None stayed as it was.
        [one] One stayed as it was.
       *[other] { $count } stayed as they were.
    }
compare-nothing = Try two days on either side of a reform, or take the municipality away.
compare-moved = What moved
compare-from = From
compare-to = to
compare-each = each municipality itself
compare-everyone = In every situation that the duty tells apart.
compare-where = From which to which, and where
compare-reforms = Reorganisations in between
compare-open = Open matters
compare-transfer = They pass over on that day.
compare-finish = The old authority finishes them.
compare-start-day = The day on which the matter began decides.
compare-duties = Duties
compare-days = Days on which the law changed
compare-some = { $count ->
        [one] one kind of situation
       *[other] { $count } kinds of situation
    }
