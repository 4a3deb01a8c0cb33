-- Why: what an official has begun to write survives a closed browser and an ended session. A draft is a working paper, not
-- history: it is of one account as one post, is written over while it grows, and is removed when it is sent or thrown away.
-- That it was saved, opened and removed stands in the journal.

create table draft (
    id blob primary key not null,
    account_id blob not null references account (id),
    post_id text not null references post (id),
    form text not null check (length(form) between 1 and 400),
    case_id blob references case_file (id),
    person_id blob references person (id),
    content text not null,
    begun_at text not null,
    saved_at text not null check (saved_at >= begun_at),
    late integer not null,
    unique (account_id, post_id, form)
) strict;
create index draft_of_case on draft (case_id);
create index draft_of_person on draft (person_id);

create trigger draft_stays_whose_it_is before update on draft
begin
    select raise(abort, 'a draft stays whose it is, and about what')
    where new.id <> old.id or new.account_id <> old.account_id
        or new.post_id <> old.post_id or new.form <> old.form or new.begun_at <> old.begun_at;
end;
