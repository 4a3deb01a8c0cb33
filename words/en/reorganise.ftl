# Reorganisations: all open cases follow a law that moves duties on a day.
reorganise-wrong = “{ $word }” is no identity of a run or a plan.
reorganise-progress = { $count ->
    [one] { $done } of { $of } case, { $pace } a second, { $left } left
   *[other] { $done } of { $of } cases, { $pace } a second, { $left } left
    }
reorganise-progress-begun = { $count ->
    [one] { $done } of { $of } case
   *[other] { $done } of { $of } cases
    }
reorganise-plan = { $count ->
    [one] Reorganisation of { $day }: { $moving } of { $open } open case gets another lead
   *[other] Reorganisation of { $day }: { $moving } of { $open } open cases get another lead
    }
reorganise-plan-edition = By the register's edition { $edition }. Nothing has been moved.
reorganise-more = { $rows ->
    [one] One more row; --format json gives all.
   *[other] { $rows } more rows; --format json gives all.
    }
reorganise-moves = What moves
reorganise-stays = What stays, and why
reorganise-between = What nobody leads by the law of that day
reorganise-posts = Posts whose access changes
reorganise-ending = Organs that end on the day
reorganise-organ-ends = its organ ends
reorganise-limits = { $limits ->
    [one] One limit runs in the cases that move; it runs on unchanged.
   *[other] { $limits } limits run in the cases that move; they run on unchanged.
    }
reorganise-letters = { $letters ->
    [one] One letter about the new organ is owed.
   *[other] { $letters } letters about the new organ are owed.
    }
reorganise-head-duty = Duty
reorganise-head-from = From
reorganise-head-to = To
reorganise-head-municipality = Municipality
reorganise-head-cases = Cases
reorganise-head-organ = Organ
reorganise-head-why = Why
reorganise-head-case = Case
reorganise-head-keeper = Looked after by
reorganise-head-begins = Begins in
reorganise-head-ends = Ends in
reorganise-head-leads = Leads until then
reorganise-head-outcome = What became of them
reorganise-head-open = Open
reorganise-head-before = With one lead before
reorganise-head-after = With one lead after
reorganise-head-kind = Run
reorganise-head-state = State
reorganise-head-seen = Cases
reorganise-head-began = Began
reorganise-head-ended = Ended
reorganise-head-run = Identity
reorganise-why-same = the law names the same organ before and after
reorganise-why-there = it already lies where the law wants it
reorganise-why-finished = what was begun is finished by the former organ ({ $basis })
reorganise-why-elsewhere = the law named another the day before, too; on the day it names { $named }: a matter for hand-over
reorganise-why-stranded = the organ is no more, and no other was found to look after it
reorganise-why-type = the register in force has no such case type
reorganise-unled-nobody = the register says that nobody leads
reorganise-unled-ask = it is not known: { $attribute }
reorganise-unled-municipality = the municipality is not known
reorganise-unled-undetermined = several could lead, and nothing more can be asked
reorganise-unled-contradiction = the recorded facts cannot all be true
reorganise-kept = The plan is kept. To apply it: kotopolku reorganise apply --on { $day } --plan { $id }
reorganise-not-kept = The plan is not kept; --keep keeps it, so that apply can be held to it.
reorganise-applied = { $count ->
    [one] Applied: one case has another lead from { $at } on
   *[other] Applied: { $moved } cases have another lead from { $at } on
    }
reorganise-undone = { $count ->
    [one] Taken back: one case is as it was
   *[other] Taken back: { $undone } cases are as they were
    }
reorganise-to-ended = { $cases ->
    [one] One case went back to an organ that is no more on that day.
   *[other] { $cases } cases went back to an organ that is no more on that day.
    }
reorganise-changed-since = { $cases ->
    [one] One case had changed since the plan, and was decided anew.
   *[other] { $cases } cases had changed since the plan, and were decided anew.
    }
reorganise-outcomes = What was done
reorganise-outcome-moved = another lead
reorganise-outcome-beside = the lead stays, others beside change
reorganise-outcome-kept = unchanged
reorganise-outcome-undone = taken back
reorganise-outcome-left = left as they are: closed, led otherwise, or something has happened in them
reorganise-counts = The count
reorganise-even = Before equals after in every duty: each open case has exactly one lead.
reorganise-uneven = { $broken ->
    [one] The count does not come out; one case is broken. kotopolku prove shows where.
   *[other] The count does not come out; { $broken } cases are broken. kotopolku prove shows where.
    }
reorganise-no-runs = Nothing has been run for that day.
reorganise-kind-apply = applying
reorganise-kind-undo = taking back
reorganise-state-under-way = under way or stopped
reorganise-state-done = done
reorganise-of = { $seen } of { $expected }
reorganise-stopped-apply = { $count ->
    [one] A run that applies is under way or was stopped after { $seen } of { $expected } case. What was written is kept.
   *[other] A run that applies is under way or was stopped after { $seen } of { $expected } cases. What was written is kept.
    }
reorganise-stopped-undo = { $count ->
    [one] A run that takes back is under way or was stopped after { $seen } of { $expected } case. What was written is kept.
   *[other] A run that takes back is under way or was stopped after { $seen } of { $expected } cases. What was written is kept.
    }
reorganise-stopped-todo = To go on with it: kotopolku reorganise resume --on { $day }
reorganise-nothing-under-way = No run of { $day } is under way or stopped.
reorganise-unknown = There is no such reorganisation for this post.
reorganise-unknown-todo = Reorganisations are run by the operator: leave out --as.
reorganise-no-such-day = The register knows no reorganisation on { $day }.
reorganise-no-such-day-todo = It knows: { $days }.
reorganise-unknown-plan = There is no kept plan { $plan }.
reorganise-plan-again = Plan again: kotopolku reorganise plan --keep --on DAY
reorganise-other-day = The plan is for { $planned }, not for { $asked }.
reorganise-other-edition = The plan was made with the register's edition { $planned }; { $now } is in force. Nothing was moved.
reorganise-moved-too-far = { $count ->
    [one] { $changed } of { $of } open case has changed since the plan was made. Nothing was moved.
   *[other] { $changed } of { $of } open cases have changed since the plan was made. Nothing was moved.
    }
reorganise-under-way = A run of { $day } is under way; whoever works on it has claimed it until { $until }.
reorganise-under-way-todo = Wait, or if it was stopped: kotopolku reorganise resume --on { $day } --take-over
reorganise-taken-over = Somebody else has taken the run over. What was written is kept, and they go on.
reorganise-not-under-way = There is no run { $run } under way.
reorganise-nothing-applied = Nothing that was applied for { $day } is left to take back.
reorganise-batch = A batch has 1 to 10,000 cases, not { $size }.
reorganise-run-of-other-edition = The run is of the register's edition { $run }; { $now } is in force.
reorganise-run-of-other-edition-todo = Go on with the program of that edition, or take it back and apply again.
