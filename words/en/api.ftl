# What programs are told by the interface when something is wrong. Titles name the kind of problem.
api-kind-not-understood = The question cannot be understood
api-kind-not-understood-meaning = Something in the address is not known or is written in a way that cannot be read. The list “errors” says what, parameter by parameter. Nothing is guessed: mend the parameters and ask again.
api-kind-not-found = There is nothing here
api-kind-not-found-meaning = No duty, organ, municipality, source or other resource has this address.
api-kind-other-edition = Another edition is served
api-kind-other-edition-meaning = The edition that was asked for is not the one that this server answers from. Ask without “edition”, or ask a server that holds it.
api-kind-read-only = This address can only be read
api-kind-read-only-meaning = The interface of the register answers GET and HEAD. It takes nothing in.
api-kind-our-fault = The fault is ours
api-kind-our-fault-meaning = An unforeseen fault occurred on the server. It has been written down. Try again later.
api-nothing-here = There is nothing at the address { $address }. The description of the interface stands at { $docs }.
api-read-only = Only GET and HEAD are answered here; { $method } is not.
api-wrong = { $count ->
    [one] One parameter needs mending. { $first }
   *[other] { $count } parameters need mending. The first: { $first }
}
api-unknown-parameter = This address takes no parameter called “{ $name }”.
api-takes = It takes: { $names }.
api-empty = The parameter “{ $name }” has no value. Give it one, or leave it out.
api-twice = The parameter “{ $name }” is given more than once. Give it once.
api-missing = The parameter “{ $name }” is needed.
api-bad-day = “{ $word }” is not a day. Write it as 2025-01-31.
api-bad-language = “{ $word }” is not a language of the register. It speaks { $languages }.
api-bad-limit = “{ $word }” is not a number from 1 to { $most }.
api-bad-cursor = This cursor was not given by this address for this question. Begin without “cursor”, and follow “next” without changing the other parameters.
api-old-cursor = This cursor comes from another edition of the register. Begin again without “cursor”.
api-unknown-atom = There is no line “{ $word }” in the seed text. Lines are called { $example } and so on.
api-unknown-kind = There is no kind of organ called “{ $word }”.
api-unknown-source = There is no source called “{ $word }”. A slash in its number is written as a hyphen: { $example }.
api-other-edition = The edition “{ $asked }” is not served here. Edition { $served } is.
api-wrong-order = The day before ({ $before }) lies after the day after ({ $after }). Change places.
api-kind-not-signed-in = Not signed in
api-kind-not-signed-in-meaning = This is for those who are signed in. Sign in, or send a token.
