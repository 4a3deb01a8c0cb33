-- Why: what an official has begun to write survives a closed browser and an ended session. A draft is a working paper, not
-- history: it is of one account as one post, is written over while it grows, and is removed when it is sent or thrown away.
-- That it was saved, opened and removed stands in the journal.

create table draft (
    id uuid primary key not null,
    account_id uuid not null references account (id),
    post_id text not null references post (id),
    form text not null check (length(form) between 1 and 400),
    case_id uuid references case_file (id),
    person_id uuid references person (id),
    content jsonb not null,
    begun_at timestamptz not null,
    saved_at timestamptz not null check (saved_at >= begun_at),
    late boolean not null,
    unique (account_id, post_id, form)
);
create index draft_of_case on draft (case_id);
create index draft_of_person on draft (person_id);

create function draft_stays_whose_it_is() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.account_id <> old.account_id
        or new.post_id <> old.post_id or new.form <> old.form or new.begun_at <> old.begun_at then
        raise exception 'a draft stays whose it is, and about what';
    end if;
    return new;
end;
$$;
create trigger draft_stays_whose_it_is before update on draft
    for each row execute function draft_stays_whose_it_is();
