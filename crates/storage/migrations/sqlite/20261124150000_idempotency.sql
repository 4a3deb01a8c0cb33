-- Why: a program that did not hear our answer asks again, and what it asked for must not be done twice. A key that it chose
-- is kept with what was done, in the same unit of work: either both are there or neither. Other programs' keys are other keys.
--
-- What was done is named as the journal's lines name it, by nouns and identities; nothing of what was sent is kept but a
-- hash, which tells whether it is the same again. A key stays what it is, and is not used again.

create table act_once (
    post_id text not null references post (id),
    key text not null check (length(key) between 1 and 120),
    asked blob not null,
    unit_id blob not null,
    wrote text not null,
    at text not null,
    primary key (post_id, key)
) strict;

create trigger act_once_stays before update on act_once
begin
    select raise(abort, 'a key stays with what was done')
    where true;
end;

create trigger act_once_is_kept before delete on act_once
begin
    select raise(abort, 'a key is not removed')
    where true;
end;
