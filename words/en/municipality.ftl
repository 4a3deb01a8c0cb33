municipality-list-title = Municipalities on { $day }
municipality-list-intro = Choose a municipality and see who is who there: which office, which centre, which wellbeing services county.
municipality-search = Search for a municipality
municipality-show = Show the municipalities
municipality-found = { $count ->
        [one] One municipality fits “{ $words }”
       *[other] { $count } municipalities fit “{ $words }”
    }
municipality-found-none = No municipality fits “{ $words }” on that day. Write its Finnish or Swedish name, or its number.
municipality-merged = Municipalities that are no more
municipality-became = Became part of { $successor } on { $day }.
municipality-all = Municipalities
municipality-title = Who is who in { $municipality } on { $day }
municipality-code = Number
municipality-names = Name (Finnish / Swedish)
municipality-region = Region
municipality-gone-title = The municipality is not there on that day
municipality-gone = { $municipality } became part of { $successor } on { $until }. On { $day }, { $successor } answers for what was { $municipality }.
municipality-not-there = { $municipality } was not there on { $day }.
municipality-successor = See who is who in { $successor }
municipality-who = Who is who
municipality-who-intro = A municipality belongs to several areas at once. Each row says to whose, and by which division.
municipality-eliminated = By elimination
municipality-practice = Does the work in practice: { $duties }
municipality-source = The source where the row was read
municipality-path = Who leads on the path of integration
municipality-path-intro = The local duties that concern one person. Where several authorities stand, the person's situation decides: open the row to see for whom.
municipality-duty = Duty
municipality-lead = Leads
municipality-ask = Ask about a situation
municipality-to-organ = Read about { $organ }
municipality-to-itself = Everything that { $municipality } itself answers for
municipality-to-picture = The whole picture for { $municipality }
municipality-to-appendix = The division for { $municipality } as an appendix
