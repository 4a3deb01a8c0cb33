-- Why: a case goes on. What was done in it, step by step; what was written down, value by value; how it ended and for how
-- long it is kept; which cases belong together; and the moves of running cases to a newer version of their case type.
--
-- Rows are only added. A change and a value name the version of the case that they left behind, so that two officials
-- cannot write over each other, and whoever comes too late can be told who was there before.

-- Cases of an organ whose holding ends at a known instant; those without an end have an index already.
create index holding_of_organ_to_an_end on holding (organ, until_at) where until_at is not null;
create index case_open_of_type on case_file (case_type, type_version, number) where closed_at is null;

create table case_change (
    id blob primary key not null,
    case_id blob not null references case_file (id),
    case_version integer not null check (case_version >= 2),
    what text not null check (what in ('step', 'version-move', 'version-undo', 'other')),
    step text,
    taken_as text check (taken_as in ('lead', 'beside', 'person')),
    from_status text not null,
    to_status text not null,
    from_type_version text not null,
    to_type_version text not null,
    result text,
    decision_id blob,
    post text not null,
    organ text not null,
    at text not null,
    unique (case_id, case_version),
    check ((what = 'step') = (step is not null)),
    check ((what = 'step') = (taken_as is not null))
) strict;

create trigger case_change_leaves_its_version before insert on case_change
begin
    select raise(abort, 'a change names the version that it left behind')
    where not exists (
        select 1 from case_file
        where id = new.case_id and version = new.case_version and status = new.to_status
            and type_version = new.to_type_version
    );
end;

create trigger case_change_is_never_edited before update on case_change
begin
    select raise(abort, 'what was done in a case is never edited')
    where true;
end;

create trigger case_change_is_never_removed before delete on case_change
begin
    select raise(abort, 'what was done in a case is never removed')
    where true;
end;

-- A value of a field; without one, the field was emptied. The one of the highest version of the case is the present one.
create table case_field (
    id blob primary key not null,
    case_id blob not null references case_file (id),
    field text not null,
    kind text not null check (kind in ('text', 'long-text', 'yes-no', 'day', 'number', 'choice')),
    value text check (value <> ''),
    type_version text not null,
    case_version integer not null,
    recorded_by text not null,
    recorded_organ text not null,
    recorded_at text not null,
    unique (case_id, field, case_version)
) strict;

create trigger case_field_is_of_a_change before insert on case_field
begin
    select raise(abort, 'a value is written with the change that it is part of')
    where not exists (
        select 1 from case_change where case_id = new.case_id and case_version = new.case_version
    );
end;

create trigger case_field_is_never_edited before update on case_field
begin
    select raise(abort, 'a value is never edited')
    where true;
end;

create trigger case_field_is_never_removed before delete on case_field
begin
    select raise(abort, 'a value is never removed')
    where true;
end;

-- How a case ended: the retention rule of its result with its basis, and what was counted by it on that day.
create table case_closing (
    case_id blob primary key not null references case_file (id),
    result text not null,
    rule text not null,
    basis text not null,
    closed_on text not null,
    keep_until text check (keep_until >= closed_on),
    edition text not null references edition (id),
    closed_at text not null
) strict;

create trigger case_closing_is_of_a_closed_case before insert on case_closing
begin
    select raise(abort, 'only a closed case is kept for a time')
    where not exists (
        select 1 from case_file where id = new.case_id and closed_at = new.closed_at and result = new.result
    );
end;

create trigger case_closing_is_never_edited before update on case_closing
begin
    select raise(abort, 'how a case ended is never edited')
    where true;
end;

create trigger case_closing_is_never_removed before delete on case_closing
begin
    select raise(abort, 'how a case ended is never removed')
    where true;
end;

create table case_link (
    id blob primary key not null,
    case_id blob not null references case_file (id),
    other_id blob not null references case_file (id),
    kind text not null check (kind in ('continues', 'joined')),
    linked_at text not null,
    linked_by text not null,
    ended_at text,
    ended_by text,
    check (case_id <> other_id),
    check ((ended_at is null) = (ended_by is null))
) strict;
create unique index case_link_once on case_link (case_id, other_id, kind) where ended_at is null;
create index case_link_of_other on case_link (other_id) where ended_at is null;

create trigger case_link_goes_one_way before insert on case_link
begin
    select raise(abort, 'these cases are linked already')
    where exists (
        select 1 from case_link
        where case_id = new.other_id and other_id = new.case_id and kind = new.kind and ended_at is null
    );
end;

create trigger case_link_ends_once before update on case_link
begin
    select raise(abort, 'a link between cases is never edited')
    where new.id <> old.id or new.case_id <> old.case_id
        or new.other_id <> old.other_id or new.kind <> old.kind or new.linked_at <> old.linked_at
        or new.linked_by <> old.linked_by;
    select raise(abort, 'a link between cases ends once')
    where old.ended_at is not null or new.ended_at is null;
end;

create trigger case_link_is_never_removed before delete on case_link
begin
    select raise(abort, 'a link between cases is never removed')
    where true;
end;

-- Moving running cases to another version of their type: a plan, what it means for each case, and a receipt for each
-- thing done. What is still to be done follows from the receipts, so that a run goes on wherever it was cut off.
create table version_move (
    id blob primary key not null,
    case_type text not null,
    from_type_version text not null,
    to_type_version text not null,
    edition text not null references edition (id),
    planned_at text not null,
    planned_by text not null,
    check (from_type_version <> to_type_version)
) strict;

create table version_move_stage (
    move_id blob not null references version_move (id),
    stage text not null check (stage in ('planned', 'applied', 'undone')),
    at text not null,
    post text not null,
    primary key (move_id, stage)
) strict;

create table version_move_case (
    move_id blob not null references version_move (id),
    number integer not null,
    case_id blob not null references case_file (id),
    case_version integer not null,
    moves integer not null,
    preview text not null,
    primary key (move_id, number),
    unique (move_id, case_id)
) strict;

create table version_move_receipt (
    id blob primary key not null,
    move_id blob not null references version_move (id),
    number integer not null,
    case_id blob not null references case_file (id),
    what text not null check (what in ('applied', 'skipped', 'undone', 'kept')),
    why text,
    case_version integer not null,
    at text not null,
    post text not null,
    check ((what in ('skipped', 'kept')) = (why is not null))
) strict;
create unique index version_move_receipt_once on version_move_receipt (move_id, number) where what in ('applied', 'skipped');
create unique index version_move_receipt_back on version_move_receipt (move_id, number) where what in ('undone', 'kept');

create trigger version_move_receipt_of_a_plan before insert on version_move_receipt
begin
    select raise(abort, 'only what was planned is done')
    where not exists (
        select 1 from version_move_case
        where move_id = new.move_id and number = new.number and case_id = new.case_id and moves
    );
    select raise(abort, 'only what was applied is undone')
    where new.what in ('undone', 'kept') and not exists (
        select 1 from version_move_receipt where move_id = new.move_id and number = new.number and what = 'applied'
    );
end;

create trigger version_move_is_never_edited before update on version_move
begin
    select raise(abort, 'a move of versions is never edited')
    where true;
end;

create trigger version_move_is_never_removed before delete on version_move
begin
    select raise(abort, 'a move of versions is never removed')
    where true;
end;

create trigger version_move_stage_is_never_edited before update on version_move_stage
begin
    select raise(abort, 'a move of versions is never edited')
    where true;
end;

create trigger version_move_stage_is_never_removed before delete on version_move_stage
begin
    select raise(abort, 'a move of versions is never removed')
    where true;
end;

create trigger version_move_case_is_never_edited before update on version_move_case
begin
    select raise(abort, 'a plan is never edited')
    where true;
end;

create trigger version_move_case_is_never_removed before delete on version_move_case
begin
    select raise(abort, 'a plan is never removed')
    where true;
end;

create trigger version_move_receipt_is_never_edited before update on version_move_receipt
begin
    select raise(abort, 'a receipt is never edited')
    where true;
end;

create trigger version_move_receipt_is_never_removed before delete on version_move_receipt
begin
    select raise(abort, 'a receipt is never removed')
    where true;
end;
