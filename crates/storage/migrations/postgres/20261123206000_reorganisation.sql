-- Why: a reorganisation moves all open cases in one instant and is written in batches, so that it can be stopped at any
-- point and gone on with. A run says how far it has come, and who is at it; a receipt for each case says what was before,
-- what is after, and from which instant. A plan that was kept says what was expected, and of which edition.
--
-- Only one run is under way at a time: two of different days could otherwise move the same case. Whoever works on it has
-- claimed it until an instant, and each batch raises the version: one that was taken over can write nothing any more.

create table reorganisation_plan (
    id uuid primary key not null,
    day date not null,
    edition text not null references edition (id),
    cases bigint not null check (cases >= 0),
    moving bigint not null check (moving between 0 and cases),
    counts jsonb not null,
    recorded_at timestamptz not null,
    recorded_by text not null
);

create function reorganisation_plan_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a plan is never edited';
    end if;
    return new;
end;
$$;
create trigger reorganisation_plan_is_never_edited before update on reorganisation_plan
    for each row execute function reorganisation_plan_is_never_edited();

create function reorganisation_plan_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a plan is never removed';
    end if;
    return old;
end;
$$;
create trigger reorganisation_plan_is_never_removed before delete on reorganisation_plan
    for each row execute function reorganisation_plan_is_never_removed();

create table reorganisation_run (
    id uuid primary key not null,
    day date not null,
    kind text not null check (kind in ('apply', 'undo')),
    at_instant timestamptz not null,
    edition text not null references edition (id),
    plan_id uuid references reorganisation_plan (id),
    state text not null check (state in ('under-way', 'done')),
    batch_size bigint not null check (batch_size between 1 and 10000),
    batches bigint not null check (batches >= 0),
    reached bigint not null check (reached >= 0),
    again_since timestamptz,
    seen bigint not null check (seen >= 0),
    expected bigint not null check (expected >= 0),
    counts jsonb,
    claimed_by uuid not null,
    claimed_until timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    ended_at timestamptz check (ended_at >= recorded_at),
    version bigint not null check (version >= 1),
    check ((state = 'done') = (ended_at is not null)),
    check ((state = 'done') = (counts is not null))
);
create unique index reorganisation_run_one_at_a_time on reorganisation_run (state) where state = 'under-way';
create index reorganisation_run_of_day on reorganisation_run (day, recorded_at);

create function reorganisation_run_goes_forward() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.day <> old.day or new.kind <> old.kind
        or new.at_instant <> old.at_instant or new.edition <> old.edition or new.recorded_at <> old.recorded_at
        or new.recorded_by <> old.recorded_by or new.expected <> old.expected then
        raise exception 'what a run is about is never changed';
    end if;
    if old.state = 'done' then
        raise exception 'a run that is done is done';
    end if;
    if new.version <> old.version + 1 or new.seen < old.seen or new.batches < old.batches then
        raise exception 'a run goes forward';
    end if;
    return new;
end;
$$;
create trigger reorganisation_run_goes_forward before update on reorganisation_run
    for each row execute function reorganisation_run_goes_forward();

create function reorganisation_run_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a run is never removed';
    end if;
    return old;
end;
$$;
create trigger reorganisation_run_is_never_removed before delete on reorganisation_run
    for each row execute function reorganisation_run_is_never_removed();

create table reorganisation_item (
    number bigint generated always as identity primary key,
    run_id uuid not null references reorganisation_run (id),
    batch bigint not null check (batch >= 1),
    case_id uuid not null references case_file (id),
    duty text not null,
    outcome text not null check (outcome in ('moved', 'beside', 'kept', 'undone', 'left')),
    reason jsonb not null,
    from_organ text not null,
    to_organ text not null,
    at_instant timestamptz not null,
    lead_before uuid not null references holding (id),
    lead_after uuid references holding (id),
    beside jsonb not null,
    case_version bigint not null,
    changed_since_plan boolean not null,
    undoes bigint references reorganisation_item (number),
    recorded_at timestamptz not null,
    check (outcome <> 'moved' or lead_after is not null),
    check ((undoes is not null) = (outcome in ('undone', 'left')))
);
create index reorganisation_item_of_run on reorganisation_item (run_id, number);
create index reorganisation_item_of_case on reorganisation_item (case_id);
create unique index reorganisation_item_moved_once on reorganisation_item (lead_after) where outcome = 'moved';
create unique index reorganisation_item_undone_once on reorganisation_item (undoes) where outcome = 'undone';

create function reorganisation_item_is_true() returns trigger language plpgsql as $$
begin
    if new.outcome = 'moved' and not exists (
        select 1 from holding
        where id = new.lead_after and case_id = new.case_id and previous = new.lead_before and cause_id = new.run_id
            and organ = new.to_organ and from_at = new.at_instant
    ) then
        raise exception 'a receipt names the lead that was written';
    end if;
    return new;
end;
$$;
create trigger reorganisation_item_is_true before insert on reorganisation_item
    for each row execute function reorganisation_item_is_true();

create function reorganisation_item_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a receipt is never edited';
    end if;
    return new;
end;
$$;
create trigger reorganisation_item_is_never_edited before update on reorganisation_item
    for each row execute function reorganisation_item_is_never_edited();

create function reorganisation_item_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a receipt is never removed';
    end if;
    return old;
end;
$$;
create trigger reorganisation_item_is_never_removed before delete on reorganisation_item
    for each row execute function reorganisation_item_is_never_removed();

-- A withdrawn lead lets the one before it go on, and the rule that guards this looks for it among the withdrawn: without an
-- index each of a hundred thousand would look through all holdings.
create index holding_withdrawn on holding (previous) where voided_at is not null;
