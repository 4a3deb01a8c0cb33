reason-title = Why this answer?
reason-path = How we came to it
reason-rejected = Looked at too, but did not hold
reason-basis = Legal basis
reason-edition = The answer rests on edition { $edition }.
