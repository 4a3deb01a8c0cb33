duty-list-title = Duties
duty-list-intro = Everything that by law must be done for integration, whoever does it. Search with the words you use yourself; words of all three languages are found.
duty-search = Search the duties
duty-count = { $count ->
        [one] one duty
       *[other] { $count } duties
    }
duty-ask = Ask who is responsible in a given situation
duty-eras-title = Who is responsible, through time
duty-eras-intro = Each row is one provision. Where several hold at once, the person's situation and the municipality decide who answers.
duty-atoms-title = What in the seed text it answers to
duty-notes-title = Worth knowing
duty-limits-title = Time limits
duty-contents-title = What it must contain
duty-required = required
duty-optional = may be included
duty-results-title = How it may end
duty-retention-title = How long data are kept
duty-amounts-title = Sums
duty-amount = { $euro } euro
duty-unknown = There is no duty called { $word }. Search the duties instead.
duty-current-title = Who is responsible on { $day }
duty-earlier = Earlier provisions ({ $count })
duty-coming = Provisions to come ({ $count })
