# The command line.
cli-abroad = abroad
cli-lead = leads
cli-beside = beside
cli-perhaps = beside, if what is not known turns out so
cli-because = Because
cli-basis = Legal basis
cli-note = Note
cli-edition = Edition { $edition } of the register
cli-nobody = Nobody is responsible.
cli-undetermined = It depends on what is not known yet.
cli-possible = Possible answers:
cli-possible-nobody = nobody
cli-ask = Next question ({ $attribute }): { $question }
cli-ask-how = Ask again with --given { $attribute }=VALUE:
cli-ask-municipality-how = Ask again with --in MUNICIPALITY.
cli-ask-nothing-left = Everything that could be asked is given as unknown.
cli-sound = The register is sound: { $situations } situations in { $stretches } stretches of { $duties } duties have exactly one answer ({ $cells } cells looked at), and { $questions } questions are answered as expected.
cli-unsound = The register has { $count ->
    [one] one error
   *[other] { $count } errors
    }.
cli-warnings = { $count ->
    [one] One warning.
   *[other] { $count } warnings.
    }
cli-duties = { $count ->
    [one] one duty
   *[other] { $count } duties
    } on { $day }
cli-duties-none = No duty fits. Leave out a condition, or look at another day.
cli-organs = { $count ->
    [one] one organ
   *[other] { $count } organs
    } on { $day }
cli-chain-above = Over { $organ } stand
cli-chain-below = { $organ } stands over
cli-chain-none = nobody
cli-diff-none = Nothing differs between { $before } and { $after }.
cli-diff-title = { $count ->
    [one] One change
   *[other] { $count } changes
    } between { $before } and { $after }
cli-diff-where = { $count ->
    [one] in one municipality
   *[other] in { $count } municipalities
    }
cli-diff-nobody = nobody
cli-serving = Kotopolku answers at { $address }
cli-serving-stop = Stop it with Ctrl-C.
cli-register-faulty = The register cannot be used: { $count ->
    [one] one fault
   *[other] { $count } faults
    }. The whole list: kotopolku check
cli-day-wrong = “{ $word }” is not a day. Write it as 2025-01-31.
cli-unknown-atom = There is no line “{ $word }” in the seed text. Lines are called S01–S34, R01–R25, L01–L06, M01–M11 and P01–P05.
cli-given-form = “{ $word }” is not a fact. Write it as ATTRIBUTE=VALUE, for instance labour=student.
cli-cannot-write = “{ $path }” cannot be written.
cli-written = Written to { $path }.
cli-progress = { $done } of { $all } rows
cli-what-if = { $count ->
    [one] One person
   *[other] { $count } persons
    }: who leads on { $earlier } and on { $later }
cli-bad-rows = { $count ->
    [one] One row could not be used; the others were.
   *[other] { $count } rows could not be used; the others were.
    }
cli-row = row { $row }
cli-column-ignored = The column “{ $column }” means nothing here and was left aside.
cli-columns-absent = The file has no column for: { $attributes }. Where the answer hangs on it, the person is counted as depending on it.
cli-persons = persons
cli-no-organ = the municipality has no such organ
cli-depends-on = depends on:
cli-register-fault = the register has a fault here
cli-nothing-changes = Nothing changes for anybody.
