organ-list-title = Authorities on { $day }
organ-list-intro = Everyone who has a duty in integration, from Parliament and the ministries to the person, by the names they had on that day.
organ-search = Search by name
organ-day = Day
organ-show = Show the authorities
organ-show-day = Show that day
organ-found = { $count ->
        [one] One authority fits “{ $words }”
       *[other] { $count } authorities fit “{ $words }”
    }
organ-found-none = No authority fits “{ $words }” on that day. Try another word or another day.
organ-others = Others
organ-to-municipalities = All municipalities
organ-to-sources = Acts and other sources
organ-municipalities = { $count ->
        [one] one municipality
       *[other] { $count } municipalities
    }
organ-organs = { $count ->
        [one] one authority
       *[other] { $count } authorities
    }
organ-name-missing = no name was seen in this language
organ-exists = Exists
organ-before = Came after
organ-after = Followed by
organ-not-there-title = The authority was not there on that day
organ-not-there = On { $day } it did not exist; it exists { $exists }. Choose another day below.
organ-independent = Nobody steers it
organ-names-note = About the name
organ-note = Good to know
organ-leads = Answers for ({ $count })
organ-leads-none = On that day it answers for no duty of the register itself.
organ-beside = Stands beside others ({ $count })
organ-beside-none = On that day it stands beside nobody.
organ-provided = Provided that
organ-chain = Steering, supervision and advice
organ-above = Who steers, supervises and advises it
organ-above-none = Nobody, by the register, on that day.
organ-below = Whom it steers, supervises and advises itself
organ-below-none = Nobody, by the register, on that day.
organ-area = Area
organ-area-none = It has no area of its own: it acts in the whole country, or where the duty takes it.
