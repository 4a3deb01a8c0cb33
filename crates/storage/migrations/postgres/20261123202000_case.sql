-- Why: a case goes on. What was done in it, step by step; what was written down, value by value; how it ended and for how
-- long it is kept; which cases belong together; and the moves of running cases to a newer version of their case type.
--
-- Rows are only added. A change and a value name the version of the case that they left behind, so that two officials
-- cannot write over each other, and whoever comes too late can be told who was there before.

-- Cases of an organ whose holding ends at a known instant; those without an end have an index already.
create index holding_of_organ_to_an_end on holding (organ, until_at) where until_at is not null;
create index case_open_of_type on case_file (case_type, type_version, number) where closed_at is null;

create table case_change (
    id uuid primary key not null,
    case_id uuid not null references case_file (id),
    case_version bigint not null check (case_version >= 2),
    what text not null check (what in ('step', 'version-move', 'version-undo', 'other')),
    step text,
    taken_as text check (taken_as in ('lead', 'beside', 'person')),
    from_status text not null,
    to_status text not null,
    from_type_version text not null,
    to_type_version text not null,
    result text,
    decision_id uuid,
    post text not null,
    organ text not null,
    at timestamptz not null,
    unique (case_id, case_version),
    check ((what = 'step') = (step is not null)),
    check ((what = 'step') = (taken_as is not null))
);

create function case_change_leaves_its_version() returns trigger language plpgsql as $$
begin
    if not exists (
        select 1 from case_file
        where id = new.case_id and version = new.case_version and status = new.to_status
            and type_version = new.to_type_version
    ) then
        raise exception 'a change names the version that it left behind';
    end if;
    return new;
end;
$$;
create trigger case_change_leaves_its_version before insert on case_change
    for each row execute function case_change_leaves_its_version();

create function case_change_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'what was done in a case is never edited';
    end if;
    return new;
end;
$$;
create trigger case_change_is_never_edited before update on case_change
    for each row execute function case_change_is_never_edited();

create function case_change_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'what was done in a case is never removed';
    end if;
    return old;
end;
$$;
create trigger case_change_is_never_removed before delete on case_change
    for each row execute function case_change_is_never_removed();

-- A value of a field; without one, the field was emptied. The one of the highest version of the case is the present one.
create table case_field (
    id uuid primary key not null,
    case_id uuid not null references case_file (id),
    field text not null,
    kind text not null check (kind in ('text', 'long-text', 'yes-no', 'day', 'number', 'choice')),
    value text check (value <> ''),
    type_version text not null,
    case_version bigint not null,
    recorded_by text not null,
    recorded_organ text not null,
    recorded_at timestamptz not null,
    unique (case_id, field, case_version)
);

create function case_field_is_of_a_change() returns trigger language plpgsql as $$
begin
    if not exists (
        select 1 from case_change where case_id = new.case_id and case_version = new.case_version
    ) then
        raise exception 'a value is written with the change that it is part of';
    end if;
    return new;
end;
$$;
create trigger case_field_is_of_a_change before insert on case_field
    for each row execute function case_field_is_of_a_change();

create function case_field_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a value is never edited';
    end if;
    return new;
end;
$$;
create trigger case_field_is_never_edited before update on case_field
    for each row execute function case_field_is_never_edited();

create function case_field_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a value is never removed';
    end if;
    return old;
end;
$$;
create trigger case_field_is_never_removed before delete on case_field
    for each row execute function case_field_is_never_removed();

-- How a case ended: the retention rule of its result with its basis, and what was counted by it on that day.
create table case_closing (
    case_id uuid primary key not null references case_file (id),
    result text not null,
    rule text not null,
    basis jsonb not null,
    closed_on date not null,
    keep_until date check (keep_until >= closed_on),
    edition text not null references edition (id),
    closed_at timestamptz not null
);

create function case_closing_is_of_a_closed_case() returns trigger language plpgsql as $$
begin
    if not exists (
        select 1 from case_file where id = new.case_id and closed_at = new.closed_at and result = new.result
    ) then
        raise exception 'only a closed case is kept for a time';
    end if;
    return new;
end;
$$;
create trigger case_closing_is_of_a_closed_case before insert on case_closing
    for each row execute function case_closing_is_of_a_closed_case();

create function case_closing_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'how a case ended is never edited';
    end if;
    return new;
end;
$$;
create trigger case_closing_is_never_edited before update on case_closing
    for each row execute function case_closing_is_never_edited();

create function case_closing_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'how a case ended is never removed';
    end if;
    return old;
end;
$$;
create trigger case_closing_is_never_removed before delete on case_closing
    for each row execute function case_closing_is_never_removed();

create table case_link (
    id uuid primary key not null,
    case_id uuid not null references case_file (id),
    other_id uuid not null references case_file (id),
    kind text not null check (kind in ('continues', 'joined')),
    linked_at timestamptz not null,
    linked_by text not null,
    ended_at timestamptz,
    ended_by text,
    check (case_id <> other_id),
    check ((ended_at is null) = (ended_by is null))
);
create unique index case_link_once on case_link (case_id, other_id, kind) where ended_at is null;
create index case_link_of_other on case_link (other_id) where ended_at is null;

create function case_link_goes_one_way() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from case_link
        where case_id = new.other_id and other_id = new.case_id and kind = new.kind and ended_at is null
    ) then
        raise exception 'these cases are linked already';
    end if;
    return new;
end;
$$;
create trigger case_link_goes_one_way before insert on case_link
    for each row execute function case_link_goes_one_way();

create function case_link_ends_once() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.case_id <> old.case_id
        or new.other_id <> old.other_id or new.kind <> old.kind or new.linked_at <> old.linked_at
        or new.linked_by <> old.linked_by then
        raise exception 'a link between cases is never edited';
    end if;
    if old.ended_at is not null or new.ended_at is null then
        raise exception 'a link between cases ends once';
    end if;
    return new;
end;
$$;
create trigger case_link_ends_once before update on case_link
    for each row execute function case_link_ends_once();

create function case_link_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a link between cases is never removed';
    end if;
    return old;
end;
$$;
create trigger case_link_is_never_removed before delete on case_link
    for each row execute function case_link_is_never_removed();

-- Moving running cases to another version of their type: a plan, what it means for each case, and a receipt for each
-- thing done. What is still to be done follows from the receipts, so that a run goes on wherever it was cut off.
create table version_move (
    id uuid primary key not null,
    case_type text not null,
    from_type_version text not null,
    to_type_version text not null,
    edition text not null references edition (id),
    planned_at timestamptz not null,
    planned_by text not null,
    check (from_type_version <> to_type_version)
);

create table version_move_stage (
    move_id uuid not null references version_move (id),
    stage text not null check (stage in ('planned', 'applied', 'undone')),
    at timestamptz not null,
    post text not null,
    primary key (move_id, stage)
);

create table version_move_case (
    move_id uuid not null references version_move (id),
    number bigint not null,
    case_id uuid not null references case_file (id),
    case_version bigint not null,
    moves boolean not null,
    preview jsonb not null,
    primary key (move_id, number),
    unique (move_id, case_id)
);

create table version_move_receipt (
    id uuid primary key not null,
    move_id uuid not null references version_move (id),
    number bigint not null,
    case_id uuid not null references case_file (id),
    what text not null check (what in ('applied', 'skipped', 'undone', 'kept')),
    why text,
    case_version bigint not null,
    at timestamptz not null,
    post text not null,
    check ((what in ('skipped', 'kept')) = (why is not null))
);
create unique index version_move_receipt_once on version_move_receipt (move_id, number) where what in ('applied', 'skipped');
create unique index version_move_receipt_back on version_move_receipt (move_id, number) where what in ('undone', 'kept');

create function version_move_receipt_of_a_plan() returns trigger language plpgsql as $$
begin
    if not exists (
        select 1 from version_move_case
        where move_id = new.move_id and number = new.number and case_id = new.case_id and moves
    ) then
        raise exception 'only what was planned is done';
    end if;
    if new.what in ('undone', 'kept') and not exists (
        select 1 from version_move_receipt where move_id = new.move_id and number = new.number and what = 'applied'
    ) then
        raise exception 'only what was applied is undone';
    end if;
    return new;
end;
$$;
create trigger version_move_receipt_of_a_plan before insert on version_move_receipt
    for each row execute function version_move_receipt_of_a_plan();

create function version_move_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a move of versions is never edited';
    end if;
    return new;
end;
$$;
create trigger version_move_is_never_edited before update on version_move
    for each row execute function version_move_is_never_edited();

create function version_move_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a move of versions is never removed';
    end if;
    return old;
end;
$$;
create trigger version_move_is_never_removed before delete on version_move
    for each row execute function version_move_is_never_removed();

create function version_move_stage_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a move of versions is never edited';
    end if;
    return new;
end;
$$;
create trigger version_move_stage_is_never_edited before update on version_move_stage
    for each row execute function version_move_stage_is_never_edited();

create function version_move_stage_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a move of versions is never removed';
    end if;
    return old;
end;
$$;
create trigger version_move_stage_is_never_removed before delete on version_move_stage
    for each row execute function version_move_stage_is_never_removed();

create function version_move_case_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a plan is never edited';
    end if;
    return new;
end;
$$;
create trigger version_move_case_is_never_edited before update on version_move_case
    for each row execute function version_move_case_is_never_edited();

create function version_move_case_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a plan is never removed';
    end if;
    return old;
end;
$$;
create trigger version_move_case_is_never_removed before delete on version_move_case
    for each row execute function version_move_case_is_never_removed();

create function version_move_receipt_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a receipt is never edited';
    end if;
    return new;
end;
$$;
create trigger version_move_receipt_is_never_edited before update on version_move_receipt
    for each row execute function version_move_receipt_is_never_edited();

create function version_move_receipt_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a receipt is never removed';
    end if;
    return old;
end;
$$;
create trigger version_move_receipt_is_never_removed before delete on version_move_receipt
    for each row execute function version_move_receipt_is_never_removed();
