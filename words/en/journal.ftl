# The journal.
journal-none = No line fits.
journal-none-todo = Leave out a condition.
journal-head-number = No.
journal-head-at = When
journal-head-post = Post
journal-head-did = Did
journal-head-what = What
journal-head-duty = Duty
journal-head-ground = By right of
journal-head-sealed = Sealed
journal-more = Older lines: --before { $seq }
journal-sealed = { $count ->
    [one] One row was sealed.
   *[other] { $count } rows were sealed.
    }
journal-nothing-to-seal = Everything is sealed already.
journal-no-heads = No seal has been made yet.
journal-whole = The journal is whole: { $seals ->
    [one] one seal
   *[other] { $seals } seals
    } over { $rows ->
    [one] one row recomputed
   *[other] { $sealed } rows recomputed
    }, and { $waiting ->
    [one] one row that waits to be sealed
   *[other] { $unsealed } rows that wait to be sealed
    }.
journal-heads-agree = { $count ->
    [one] The head that was kept elsewhere agrees.
   *[other] The { $count } heads that were kept elsewhere agree.
    }
journal-wrong = The journal is not as it was sealed. { $count ->
    [one] One thing is wrong:
   *[other] { $count } things are wrong:
    }
journal-wrong-beginning = the journal has no identity of its own, or several
journal-wrong-changed = the row at position { $position } (number { $seq }) is not what was written
journal-wrong-changed-unsealed = the unsealed row number { $seq } is not what was written
journal-wrong-removed = the rows at positions { $first }–{ $last } are gone
journal-wrong-added = the row number { $seq } at position { $position } was never sealed there
journal-wrong-moved = the row number { $seq } at position { $position } was moved there; it was sealed at position { $was }
journal-wrong-seal = seal { $number }: the rows at positions { $first }–{ $last } are not those, in that order, that it sealed
journal-wrong-chain = seal { $number } does not continue the one before it
journal-wrong-missing = an unsealed row of the unit of work { $unit } is gone
journal-wrong-head = seal { $number } has another head than the one kept elsewhere
journal-wrong-head-gone = seal { $number } was kept elsewhere and is gone here: the end was cut off
journal-wrong-other = the head kept elsewhere is of the journal { $id }, not of this one
journal-file-unreadable = The file { $path } cannot be read ({ $why }).
journal-heads-wrong = Line { $line } of { $path } is no head. Each line is one JSON object, as kotopolku journal heads writes them.
journal-not-for-this-post = Only the operator and posts with the function auditor read the journal.
journal-not-for-this-post-todo = What concerns a case is shown by kotopolku case history.
journal-not-read = The journal cannot be read.
