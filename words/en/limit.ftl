# Time limits that run in cases.
limit-none = No time limit has run in this case.
limit-row-now = Now
limit-row-time = Time
limit-row-counted = Counted
limit-row-from = From
limit-row-spent = Spent
limit-row-last-day = Last day
limit-row-stopped = Stopped
limit-row-extended = Extended
limit-row-sure = Certain
# How it stands.
limit-runs = runs
limit-stands-still = stands still from { $since } to { $last }
limit-stands-still-open = stands still since { $since }; until when is not known yet
limit-met = met on { $day } by the step “{ $step }”
limit-met-in-time = met in time, on { $day }, by the step “{ $step }”
limit-met-late = met too late, on { $day }, by the step “{ $step }”
limit-ended-closed = not met; it ended on { $day }, when the case was closed
limit-ended-replaced = ended on { $day }: the version that the case was moved to has no such limit
# When it began, and how it is counted. “From” is followed by these.
limit-from-opening = { $day }, when the case was opened
limit-from-step = { $day }, by the step “{ $step }”
limit-from-version = { $day }; it came with the move of the case to another version
limit-rule-calendar-days = in calendar days, from the next day on
limit-rule-working-days = in working days, from the next day on
limit-rule-month-end-clipped = to the day of the same number; in a month that has none, to its last day
limit-rule-month-end-overflow = to the day of the same number; in a month that has none, to the first day of the next
limit-rule-next-working-day = { $rule }; if authorities are closed on that day, to the next working day
limit-spent-calendar-days = { $spent } of { $given } calendar days
limit-spent-working-days = { $spent } of { $given } working days
limit-last-day = { $day } ({ $left })
limit-last-day-unknown = not known while it stands still
limit-left = { $count ->
        [one] one day left
       *[other] { $count } days left
    }
limit-left-today = today
limit-left-over = { $count ->
        [one] one day over
       *[other] { $count } days over
    }
limit-running = { $count ->
        [one] one day since
       *[other] { $count } days since
    }
limit-running-today = since today
limit-stop = { $from } – { $last }: { $reason } ({ $basis })
limit-stop-open = from { $from }: { $reason } ({ $basis })
limit-extension = { $length }: { $reason } ({ $basis })
limit-sure = yes
limit-unsure = no: what is known does not tell whether it applies, or an official judges that; it runs all the same
limit-perhaps = { $what } (not certain)
# What was done.
limit-stopped = The limit stands still from { $day } on.
limit-resumed = The limit is counted again from { $day } on.
limit-extended = The limit is extended by { $length }.
limit-due-none = Nothing is due by { $day }.
limit-reminders-none = No reminder is waiting.
limit-reminders-none-case = No reminder has been sent in this case.
limit-acknowledged = The reminder about case { $number } is acknowledged.
limit-climbed = { $count ->
        [one] One reminder was sent:
       *[other] { $count } reminders were sent:
    }
limit-climbed-none = No reminder was due.
limit-rung-before = { $count ->
        [one] one day before
       *[other] { $count } days before
    }
limit-rung-on = on the last day
limit-rung-after = { $count ->
        [one] one day after
       *[other] { $count } days after
    }
limit-head-last-day = Last day
limit-head-left = Left
limit-head-case = Case
limit-head-what = What
limit-head-limit = Limit
limit-head-rung = Reminder
limit-head-sent = Sent
limit-head-organ = To
limit-head-acknowledged = Acknowledged by
limit-head-id = Identity
# What was written wrongly.
limit-wrong = “{ $word }” is not a limit.
limit-wrong-todo = Write it as kotopolku limit list CASE shows it, for instance 7/start-to-2024, or its identity.
limit-reminder-wrong = “{ $word }” is not the identity of a reminder.
limit-reminder-wrong-todo = kotopolku limit reminders shows those that are waiting.
limit-length-wrong = “{ $word }” is not a length of time.
limit-length-wrong-todo = Write for instance "1 month", "2 weeks", "10 days" or "5 working days".
# What stands against it.
limit-unknown = There is no such limit or reminder for this post.
limit-unknown-todo = kotopolku limit list CASE shows the limits of a case, kotopolku limit reminders the reminders that are waiting.
limit-runs-no-more = The limit “{ $limit }” has not run since { $day }: it was met, or has ended.
limit-without-delay = What is to be done without delay (“{ $limit }”) has no days to stop or to add to.
limit-reason-missing = The reason is missing.
limit-reason-missing-todo = Say why with --reason; the person reads it too.
limit-basis-missing = The legal basis is missing.
limit-basis-todo = Name the act by its number and the section with --basis, for instance "434/2003 §31".
limit-unknown-basis = “{ $cited }” is not an act or decree that was in force when the limit started or is so on { $day }.
limit-before-start = The limit starts on { $started }: it cannot stand still from { $from } on.
limit-ends-before-it-begins = A stop from { $from } on cannot end on { $until }: --until is the first day that counts again.
limit-over = The last day is { $day }: what comes after it cannot be stopped, and time that is over is not given back.
limit-stands-still-already = The limit has stood still since { $day } already, and until when is not known.
limit-stands-still-already-todo = Let it be counted again first, with kotopolku limit resume, or give the new stop an end with --until.
limit-does-not-stand-still = The limit does not stand still on { $day }.
limit-unfit = The limit is counted { $rule }. It cannot be extended by { $length }.
limit-adds-nothing = An extension must be longer than nothing.
limit-changed = Somebody else changed the last day meanwhile: it is { $day } now. Nothing of yours was kept.
limit-changed-unknown = Somebody else changed the limit meanwhile: its last day is not known now. Nothing of yours was kept.
limit-changed-todo = Look at the limit as it is now, and do it again if it is still right.
limit-out-of-range = The last day would lie beyond the end of the calendar.
limit-no-rule = The register does not say how the limit “{ $limit }” is counted.
limit-no-rule-todo = The register is at fault: kotopolku check
limit-version-gone = The register no longer has the version { $version } of the case type { $case_type }, which the case keeps.
limit-version-gone-todo = Use the register that has it: --register DIR
limit-acknowledged-already = { $post } has acknowledged this reminder already.
limit-operator-only = Only the operator sends reminders.
limit-operator-only-todo = Leave out --as. The server sends them by itself every minute.
# In the forms of the desk.
limit-form-stop = Let the limit stand still
limit-form-resume = Count the limit again
limit-form-extend = Extend the limit
limit-form-from = The first day that is not counted
limit-form-until = The first day that is counted again
limit-form-until-hint = For instance 31.1.2025. Leave empty if it is not known.
limit-form-length = How much longer?
limit-form-length-hint = A number, for instance 2.
limit-form-length-wrong = Write a number and choose days, weeks or months.
limit-form-unit = Of what?
limit-form-days = days
limit-form-working-days = working days
limit-form-weeks = weeks
limit-form-months = months
limit-form-years = years
limit-form-reason = Why?
limit-form-basis = Legal basis
limit-form-basis-hint = The act's number and section, for instance 434/2003 §31.
