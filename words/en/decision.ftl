# Administrative decisions.
decision-none = No decision has been made in this case.
decision-head-decision = Decision
decision-head-at = Made
decision-head-organ = Organ
decision-head-result = Result
decision-head-standing = Now
decision-head-received = Received
decision-head-appeal = Appeal until
decision-row-now = Now
decision-row-made = Made
decision-row-by = Decided by
decision-row-replaces = In place of
decision-row-annuls = Annuls
decision-row-notified = Notified
decision-row-rests-on = Rests on
decision-row-appeal = Appeal until
decision-row-notification = Notification
decision-row-register = The register
decision-row-although = Decided on
decision-row-certainty = How sure
decision-row-edition = Edition
decision-row-id = Identity
decision-made-at = { $at }, by the step “{ $step }”
decision-made-by = { $organ } ({ $role }), post { $post } ({ $function })
# What became of it.
decision-stands = stands
decision-replaced = replaced
decision-annulled = annulled
decision-was-replaced = does not stand: decision { $by } stands in its place
decision-was-annulled = does not stand: decision { $by } annulled it
# Notification and appeal.
decision-not-notified = not yet
decision-told = { $kind }, received on { $received }
decision-told-sent = { $kind }, sent on { $sent }, received on { $received }
decision-kind-handed-over = handed over in person
decision-kind-letter = by ordinary letter
decision-kind-proof-of-receipt = against proof of receipt
decision-kind-electronic = electronically
decision-kind-publication = by publication
decision-appeal-not-named = not known: the register names no appeal period for this duty on that day
decision-appeal-not-counted = not known: the register names an appeal period that cannot be counted in days
# What the register says of the organ.
decision-support-borne = names the organ with the power to decide
decision-support-open = does not rule the organ out, and cannot tell without knowing more
decision-support-gone = names another, or nobody
decision-certainty-verified = read in the law
decision-certainty-inferred = inferred from the law
decision-certainty-seed = from the text that the register began from; not read in the law
# What was done.
decision-made = Decision { $name } is made in case { $case }.
decision-made-instead = Decision { $name } is made in case { $case }, in place of an earlier one.
decision-made-annulling = Decision { $name } is made in case { $case }. It annuls an earlier one.
decision-notified = The notification of decision { $name } is recorded.
# What was written wrong.
decision-wrong = “{ $word }” is no decision.
decision-wrong-todo = Write it as kotopolku decision list CASE shows it, for instance 7/1, or its identity.
# What stands against it.
decision-unknown = There is no such decision for this post.
decision-unknown-todo = kotopolku decision list CASE shows the decisions of a case.
decision-not-competent = The organ cannot decide in case { $number }: { $link }.
decision-link-closed = the case was closed on { $at }
decision-link-never-bore = it has never borne the case
decision-link-ended = it no longer bears the case; its holding ended on { $at }
decision-link-not-begun = it does not bear the case yet; its holding begins on { $at }
decision-link-looks-after = it only looks after the case, because { $why }, and looking after gives no power to decide
decision-link-looks-after-todo = Find out who leads first: kotopolku case settle CASE
decision-link-other-verbs = it bears the case without the power to decide (its part: { $has }); that lies with { $organs }
decision-link-other-verbs-nobody = it bears the case without the power to decide (its part: { $has }), and so does everybody else who bears it now
decision-link-other-role = its place in the case is “{ $is }”, and the step is for “{ $by }”
decision-link-function = the post has the function { $is }, and the step is for { $by }
decision-link-function-todo = Act as a post of that function: kotopolku post list
decision-link-not-by-law = on { $day } the register gives the power to decide to { $now }
decision-link-not-by-law-nobody = on { $day } the register gives nobody the power to decide
decision-link-not-by-law-todo = Hand the case over; or where a transitional provision leaves it here, name that with --although, with its section.
decision-link-organ-not-there = the organ does not exist on { $day }
decision-between-nobody = nobody leads it by the register
decision-between-ask = more must be known before it can be said who leads
decision-between-undetermined = several could lead
decision-between-contradiction = the recorded facts cannot all be true
decision-decides-nothing = The step { $step } makes no decision.
decision-decides-nothing-todo = Those that do: { $steps }. Any other step is taken with kotopolku case step.
decision-decides-nothing-none = The step { $step } makes no decision, and neither does any other in this case.
decision-stands-no-longer-replaced = That decision does not stand any more: decision { $by } stands in its place.
decision-stands-no-longer-annulled = That decision does not stand any more: decision { $by } annulled it.
decision-of-another-matter = A decision stands in place of one about the same person and the same duty only.
decision-notified-already = The decision was notified already; it was received on { $received }.
decision-notified-already-todo = If that was recorded wrongly, put this one in its place: --replaces { $id }
decision-not-the-last-notification = That is not the decision's last notification.
decision-not-the-last-notification-todo = kotopolku decision show shows the last one.
decision-day-before-decision = It cannot be notified on { $day }: the decision was made on { $made }.
decision-day-before-sending = It cannot be received on { $day }: it was sent on { $sent }.
decision-day-not-yet = { $day } has not come: today is { $today }.
decision-no-reason = What the day of receipt rests on is missing.
decision-no-reason-todo = Say it with --reason: the receipt, or the section.
decision-state-the-day = The register does not count when a decision that is notified { $kind } is received.
decision-state-the-day-todo = State the day with --received, and with --reason what it rests on.
decision-say-which-limit = The appeal period changed between the decision and its receipt: { $limits } may count.
decision-say-which-limit-todo = Name the one that counts with --limit.
decision-not-a-limit = “{ $limit }” is no appeal limit that may count here.
decision-not-a-limit-todo = These may: { $limits }.
decision-not-a-limit-none = The register names none for this duty on these days. Leave out --limit.
decision-limit-when-made = { $limit } (in force when it was made)
decision-limit-when-received = { $limit } (in force when it was received)
# Replaying.
decision-not-for-this-post = Only the operator and posts with the function auditor replay the decisions.
decision-not-for-this-post-todo = kotopolku decision list CASE shows those of a case.
decision-replay-progress = { $done } of { $of } decisions
decision-replay-none = No decision has been made yet.
decision-replay-same = { $count ->
        [one] The one decision comes out the same under the edition by which it was made.
       *[other] All { $count } decisions come out the same under the editions by which they were made.
    }
decision-replay-same-today = { $count ->
        [one] The register of today would give the one decision to the same organ.
       *[other] The register of today would give all { $count } decisions to the same organs.
    }
decision-replay-differs = Not every decision comes out the same:
decision-replay-differs-today = The register of today would not give every decision to the same organ:
decision-replay-one = { $day }, { $organ }: decision { $decision }
decision-replay-more = { $count ->
        [one] One more is not named; --at-most names more.
       *[other] { $count } more are not named; --at-most names more.
    }
decision-replay-row-all = Replayed
decision-replay-row-same = The same
decision-replay-row-differs = Otherwise
decision-replay-row-cannot = Cannot be replayed
decision-differs-altered = it does not say what it said when it was made: somebody has changed it in the database
decision-differs-organ-of-holding = it names { $decision } as the organ, and the holding that it rests on is that of { $holding }
decision-differs-role-of-holding = it says “{ $decision }” of the organ's place in the case, and the holding says “{ $holding }”
decision-differs-not-held-then = the holding that it rests on was not in force at that moment, or is of another case
decision-differs-no-power = the holding that it rests on gives no power to decide, only: { $verb }
decision-differs-other-day = it says { $decision }, and was made on { $instant }
decision-differs-other-organs = the register gives it to { $to } ({ $basis })
decision-differs-nobody = the register gives it to nobody ({ $basis })
decision-differs-other-support = of the register it says that it “{ $from }”; now it “{ $to }”
decision-differs-other-clauses = other clauses give the organ the power: { $to } instead of { $from }
decision-differs-other-basis = the same clauses rest on { $to } instead of { $from }
decision-cannot-edition-missing = the database does not hold the edition { $edition }
decision-cannot-edition-changed = the files that are kept as the edition { $edition } are those of { $found }
decision-cannot-edition-unreadable = the files that are kept as the edition { $edition } cannot be read
decision-cannot-edition-faulty = { $faults ->
        [one] the edition { $edition } makes no register: it has one fault
       *[other] the edition { $edition } makes no register: it has { $faults } faults
    }
decision-cannot-unknown-duty = the edition does not know the duty { $duty }
decision-cannot-holding-missing = the holding { $holding } that it rests on is not there
# In the forms of the desk.
decision-form-notify = Record a notification
decision-form-lead = The notification decides until which day the decision can be appealed.
decision-form-kind = How was the decision notified?
decision-form-kind-missing = Choose how the decision was notified.
decision-form-sent = Sent, handed over or published
decision-form-received = Received
decision-form-received-hint = Leave empty if the day is to be counted by the law.
decision-form-reason = What does the day rest on?
decision-form-reason-hint = The receipt, or the section.
decision-form-limit = Which appeal period counts?
decision-form-do = Record the notification
