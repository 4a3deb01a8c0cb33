-- Why: a reorganisation moves all open cases in one instant and is written in batches, so that it can be stopped at any
-- point and gone on with. A run says how far it has come, and who is at it; a receipt for each case says what was before,
-- what is after, and from which instant. A plan that was kept says what was expected, and of which edition.
--
-- Only one run is under way at a time: two of different days could otherwise move the same case. Whoever works on it has
-- claimed it until an instant, and each batch raises the version: one that was taken over can write nothing any more.

create table reorganisation_plan (
    id blob primary key not null,
    day text not null,
    edition text not null references edition (id),
    cases integer not null check (cases >= 0),
    moving integer not null check (moving between 0 and cases),
    counts text not null,
    recorded_at text not null,
    recorded_by text not null
) strict;

create trigger reorganisation_plan_is_never_edited before update on reorganisation_plan
begin
    select raise(abort, 'a plan is never edited')
    where true;
end;

create trigger reorganisation_plan_is_never_removed before delete on reorganisation_plan
begin
    select raise(abort, 'a plan is never removed')
    where true;
end;

create table reorganisation_run (
    id blob primary key not null,
    day text not null,
    kind text not null check (kind in ('apply', 'undo')),
    at_instant text not null,
    edition text not null references edition (id),
    plan_id blob references reorganisation_plan (id),
    state text not null check (state in ('under-way', 'done')),
    batch_size integer not null check (batch_size between 1 and 10000),
    batches integer not null check (batches >= 0),
    reached integer not null check (reached >= 0),
    again_since text,
    seen integer not null check (seen >= 0),
    expected integer not null check (expected >= 0),
    counts text,
    claimed_by blob not null,
    claimed_until text not null,
    recorded_at text not null,
    recorded_by text not null,
    ended_at text check (ended_at >= recorded_at),
    version integer not null check (version >= 1),
    check ((state = 'done') = (ended_at is not null)),
    check ((state = 'done') = (counts is not null))
) strict;
create unique index reorganisation_run_one_at_a_time on reorganisation_run (state) where state = 'under-way';
create index reorganisation_run_of_day on reorganisation_run (day, recorded_at);

create trigger reorganisation_run_goes_forward before update on reorganisation_run
begin
    select raise(abort, 'what a run is about is never changed')
    where new.id <> old.id or new.day <> old.day or new.kind <> old.kind
        or new.at_instant <> old.at_instant or new.edition <> old.edition or new.recorded_at <> old.recorded_at
        or new.recorded_by <> old.recorded_by or new.expected <> old.expected;
    select raise(abort, 'a run that is done is done')
    where old.state = 'done';
    select raise(abort, 'a run goes forward')
    where new.version <> old.version + 1 or new.seen < old.seen or new.batches < old.batches;
end;

create trigger reorganisation_run_is_never_removed before delete on reorganisation_run
begin
    select raise(abort, 'a run is never removed')
    where true;
end;

create table reorganisation_item (
    number integer primary key autoincrement,
    run_id blob not null references reorganisation_run (id),
    batch integer not null check (batch >= 1),
    case_id blob not null references case_file (id),
    duty text not null,
    outcome text not null check (outcome in ('moved', 'beside', 'kept', 'undone', 'left')),
    reason text not null,
    from_organ text not null,
    to_organ text not null,
    at_instant text not null,
    lead_before blob not null references holding (id),
    lead_after blob references holding (id),
    beside text not null,
    case_version integer not null,
    changed_since_plan integer not null,
    undoes integer references reorganisation_item (number),
    recorded_at text not null,
    check (outcome <> 'moved' or lead_after is not null),
    check ((undoes is not null) = (outcome in ('undone', 'left')))
) strict;
create index reorganisation_item_of_run on reorganisation_item (run_id, number);
create index reorganisation_item_of_case on reorganisation_item (case_id);
create unique index reorganisation_item_moved_once on reorganisation_item (lead_after) where outcome = 'moved';
create unique index reorganisation_item_undone_once on reorganisation_item (undoes) where outcome = 'undone';

create trigger reorganisation_item_is_true before insert on reorganisation_item
begin
    select raise(abort, 'a receipt names the lead that was written')
    where new.outcome = 'moved' and not exists (
        select 1 from holding
        where id = new.lead_after and case_id = new.case_id and previous = new.lead_before and cause_id = new.run_id
            and organ = new.to_organ and from_at = new.at_instant
    );
end;

create trigger reorganisation_item_is_never_edited before update on reorganisation_item
begin
    select raise(abort, 'a receipt is never edited')
    where true;
end;

create trigger reorganisation_item_is_never_removed before delete on reorganisation_item
begin
    select raise(abort, 'a receipt is never removed')
    where true;
end;

-- A withdrawn lead lets the one before it go on, and the rule that guards this looks for it among the withdrawn: without an
-- index each of a hundred thousand would look through all holdings.
create index holding_withdrawn on holding (previous) where voided_at is not null;
