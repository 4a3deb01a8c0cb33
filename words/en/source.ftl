source-list-title = Acts and other sources
source-list-intro = Everything that the register rests on. Open a source to see what follows from each of its sections.
source-kind-act = Acts
source-kind-decree = Decrees
source-kind-programme = Programmes
source-kind-other = Other texts
source-in-force = In force
source-rests = { $count ->
        [0] nothing rests on it yet
        [one] one place in the register rests on it
       *[other] { $count } places in the register rest on it
    }
source-unknown = The register has no source numbered “{ $id }”. An act is written as 1386/2010.
source-unknown-section = Nothing in the register rests on section { $section } of { $source }.
source-whole = The text as a whole
source-number = Number
source-name-missing = no name was seen in this language
source-amends = Amends
source-text = The text
source-sections = Sections
source-all-sections = Show all sections
source-nothing = Nothing in the register rests directly on it. It is named because it amends or explains something else.
source-lead = Leads: { $organ } { $verb }
source-beside = Beside: { $organ } { $verb }
source-nobody = Nobody answers: { $why }
source-limit = Time limit: { $title } ({ $length })
source-retention = Retention: { $title } ({ $length })
source-content = Content: { $title }
source-result = Result: { $title }
source-amount = Sum: { $title }
source-note = Note: { $text }
source-organ = The authority
source-area = The division into areas
source-instrument = Local decision: { $slot }
