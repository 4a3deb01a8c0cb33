picture-title-in = The whole picture: { $place } on { $day }
picture-said = { $place } on { $day }: { $leads ->
        [one] one duty
       *[other] { $leads } duties
    } shared by { $organs ->
        [one] one bearer
       *[other] { $organs } bearers, the person among them
    }.
picture-place = Municipality
picture-place-hint = Its Finnish or Swedish name, or its number
picture-day = Day
picture-show = Show the picture
picture-beside = beside others in { $count ->
        [one] one duty
       *[other] { $count } duties
    }
picture-described = Four bands, from the top: the state, the region, the municipality and the person. Under each authority stands what it answers for. The same content stands as a list below the drawing.
picture-legend-lead = answers for the duty
picture-legend-beside = stands beside the one that answers
picture-legend-steer = steers
picture-legend-supervise = supervises
picture-list = The same picture as a list
picture-list-intro = Each authority with its duties. Names lead on; who steers, supervises and advises stands as sentences below each level.
