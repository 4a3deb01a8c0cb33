-- Why: time limits run in cases as ledgers: started, stopped, extended, met or ended, and never edited. The last day that
-- the ledger gives is kept beside it for worklists. Reminders are claimed in the database, so that each rung of a ladder
-- is climbed once for each last day, however many nodes climb.
--
-- `limit_ladder` says only when which limit is to be looked at next. It is worked out from the rest and tells of nobody, so
-- that whoever climbs may ask it without a line in the journal.

create table case_limit (
    id blob primary key not null,
    case_id blob not null references case_file (id),
    limit_word text not null,
    duty text not null,
    type_version text not null,
    edition text not null references edition (id),
    amount integer check (amount >= 0),
    unit text check (unit in ('hours', 'days', 'working days', 'weeks', 'months', 'years')),
    rule text,
    basis text not null,
    sure integer not null,
    ladder text not null,
    started_day text not null,
    started_by text not null check (started_by in ('opening', 'step', 'version')),
    started_step text,
    continues blob references case_limit (id),
    recorded_at text not null,
    recorded_by text not null,
    last_day text,
    met_day text check (met_day >= started_day),
    met_step text,
    ended_day text check (ended_day >= started_day),
    ended_why text check (ended_why in ('case-closed', 'replaced')),
    finished_at text,
    finished_by text,
    check ((amount is null) = (unit is null)),
    check ((amount is null) = (rule is null)),
    check (amount is not null or last_day is null),
    check ((started_by = 'step') = (started_step is not null)),
    check ((met_day is null) = (met_step is null)),
    check ((ended_day is null) = (ended_why is null)),
    check (met_day is null or ended_day is null),
    check ((finished_at is null) = (met_day is null and ended_day is null)),
    check ((finished_at is null) = (finished_by is null))
) strict;
create index case_limit_of_case on case_limit (case_id);
create unique index case_limit_runs_once on case_limit (case_id, limit_word) where finished_at is null;
create index case_limit_last_day on case_limit (last_day) where finished_at is null;

create table case_limit_stop (
    id blob primary key not null,
    limit_id blob not null references case_limit (id),
    from_day text not null,
    until_day text check (until_day >= from_day),
    reason text not null check (reason <> ''),
    basis text not null check (basis <> ''),
    replaces blob references case_limit_stop (id),
    recorded_at text not null,
    recorded_by text not null,
    recorded_organ text not null,
    withdrawn_at text,
    withdrawn_by text,
    check ((withdrawn_at is null) = (withdrawn_by is null))
) strict;
create index case_limit_stop_of_limit on case_limit_stop (limit_id);
create unique index case_limit_stop_open on case_limit_stop (limit_id) where until_day is null and withdrawn_at is null;

create table case_limit_extension (
    id blob primary key not null,
    limit_id blob not null references case_limit (id),
    ordinal integer not null check (ordinal >= 1),
    amount integer not null check (amount >= 1),
    unit text not null check (unit in ('hours', 'days', 'working days', 'weeks', 'months', 'years')),
    reason text not null check (reason <> ''),
    basis text not null check (basis <> ''),
    recorded_at text not null,
    recorded_by text not null,
    recorded_organ text not null,
    unique (limit_id, ordinal)
) strict;

create table case_limit_reminder (
    id blob primary key not null,
    limit_id blob not null references case_limit (id),
    rung integer not null,
    last_day text not null,
    state text not null check (state in ('sent', 'skipped')),
    organ text,
    recorded_at text not null,
    acknowledged_at text,
    acknowledged_by text,
    unique (limit_id, rung, last_day),
    check ((state = 'sent') = (organ is not null)),
    check (state = 'sent' or acknowledged_at is null),
    check ((acknowledged_at is null) = (acknowledged_by is null))
) strict;
create index case_limit_reminder_open on case_limit_reminder (limit_id) where state = 'sent' and acknowledged_at is null;

create table limit_ladder (
    limit_id blob primary key not null references case_limit (id),
    for_day text,
    from_day text not null,
    next_day text
) strict;
create index limit_ladder_next on limit_ladder (next_day) where next_day is not null;

create trigger case_limit_is_well_begun before insert on case_limit
begin
    select raise(abort, 'a limit begins in an open case')
    where not exists (
        select 1 from case_file where id = new.case_id and closed_at is null
    );
    select raise(abort, 'a new limit is neither met nor ended')
    where new.finished_at is not null;
end;

create trigger case_limit_is_never_edited before update on case_limit
begin
    select raise(abort, 'a limit is never edited')
    where new.id <> old.id or new.case_id <> old.case_id or new.limit_word <> old.limit_word
        or new.duty <> old.duty or new.type_version <> old.type_version or new.edition <> old.edition
        or coalesce(new.amount, -1) <> coalesce(old.amount, -1) or coalesce(new.unit, '') <> coalesce(old.unit, '')
        or coalesce(new.rule, '') <> coalesce(old.rule, '') or new.basis <> old.basis or new.sure <> old.sure
        or new.ladder <> old.ladder or new.started_day <> old.started_day or new.started_by <> old.started_by
        or coalesce(new.started_step, '') <> coalesce(old.started_step, '')
        or (new.continues is null) <> (old.continues is null) or new.continues <> old.continues
        or new.recorded_at <> old.recorded_at or new.recorded_by <> old.recorded_by;
    select raise(abort, 'a limit that was met or has ended stays so')
    where old.finished_at is not null;
end;

create trigger case_limit_is_never_removed before delete on case_limit
begin
    select raise(abort, 'a limit is never removed')
    where true;
end;

create trigger case_limit_stop_is_well_begun before insert on case_limit_stop
begin
    select raise(abort, 'only a limit that runs and has a budget is stopped')
    where not exists (
        select 1 from case_limit where id = new.limit_id and finished_at is null and amount is not null
    );
    select raise(abort, 'a limit does not stop before it starts')
    where exists (
        select 1 from case_limit where id = new.limit_id and new.from_day < started_day
    );
    select raise(abort, 'a new stop is not withdrawn')
    where new.withdrawn_at is not null;
end;

create trigger case_limit_stop_is_never_edited before update on case_limit_stop
begin
    select raise(abort, 'a stop is never edited')
    where new.id <> old.id or new.limit_id <> old.limit_id or new.from_day <> old.from_day
        or (new.until_day is null) <> (old.until_day is null) or new.until_day <> old.until_day
        or new.reason <> old.reason or new.basis <> old.basis
        or (new.replaces is null) <> (old.replaces is null) or new.replaces <> old.replaces
        or new.recorded_at <> old.recorded_at or new.recorded_by <> old.recorded_by
        or new.recorded_organ <> old.recorded_organ;
    select raise(abort, 'a stop is withdrawn once')
    where old.withdrawn_at is not null or new.withdrawn_at is null;
    select raise(abort, 'a stop of a limit that was met or has ended stays')
    where not exists (
        select 1 from case_limit where id = new.limit_id and finished_at is null
    );
end;

create trigger case_limit_stop_is_never_removed before delete on case_limit_stop
begin
    select raise(abort, 'a stop is never removed')
    where true;
end;

create trigger case_limit_extension_is_well_begun before insert on case_limit_extension
begin
    select raise(abort, 'only a limit that runs and has a budget is extended')
    where not exists (
        select 1 from case_limit where id = new.limit_id and finished_at is null and amount is not null
    );
end;

create trigger case_limit_extension_is_never_edited before update on case_limit_extension
begin
    select raise(abort, 'an extension is never edited')
    where true;
end;

create trigger case_limit_extension_is_never_removed before delete on case_limit_extension
begin
    select raise(abort, 'an extension is never removed')
    where true;
end;

create trigger case_limit_reminder_is_never_edited before update on case_limit_reminder
begin
    select raise(abort, 'a reminder is never edited')
    where new.id <> old.id or new.limit_id <> old.limit_id or new.rung <> old.rung
        or new.last_day <> old.last_day or new.state <> old.state or coalesce(new.organ, '') <> coalesce(old.organ, '')
        or new.recorded_at <> old.recorded_at;
    select raise(abort, 'a reminder is acknowledged once')
    where old.acknowledged_at is not null or new.acknowledged_at is null;
end;

create trigger case_limit_reminder_is_never_removed before delete on case_limit_reminder
begin
    select raise(abort, 'a reminder is never removed')
    where true;
end;
