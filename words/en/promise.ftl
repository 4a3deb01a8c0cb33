# The promise that each case has exactly one lead, proved.
promise-holds = The promise holds: { $count ->
        [one] the one case
       *[other] each of the { $count } cases
    } has had exactly one lead at every instant.
promise-holds-none = There is no case yet, and so none without a lead.
promise-broken = The promise is broken. { $count ->
        [one] One fault was found:
       *[other] { $count } faults were found:
    }
promise-row-cases = Cases
promise-row-open = Open
promise-row-leads = Leads looked at, one after another in time
promise-row-beside = Those who stand or stood beside
promise-row-between = Open cases between chairs, each looked after by somebody
promise-fault = Case { $number }: { $what }
promise-fault-no-case = A holding without a case: { $what }
promise-first = its first lead does not begin in the instant in which it was opened, or there is none, or there are several
promise-gap = a lead ends, and the next does not begin in that same instant
promise-fork = two leads follow the same one, or one follows a lead of another case
promise-last = the last lead does not end when the case closes, or ended although it is open
promise-pointer = the case names another lead than the last one
promise-beside = somebody stands beside while the case is not open, or twice at a time with the same verb
promise-edition = a holding names an edition of the register that is not kept
promise-organ-not-there = it is led by { $organ }, which does not exist at { $instant }
promise-broken-todo = Stop the work with these cases, and keep the database as it is. kotopolku journal verify tells whether somebody has changed it by hand.
