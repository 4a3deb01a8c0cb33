-- Why: who supervises sees the files that a supervision case of its own drew, and no other. A file is drawn into a case of a
-- supervising type by the organ that leads it, out of those that the register lets it supervise.

-- Case types whose cases draw files. Filled from the register when a house is opened.
create table supervising_case_type (
    case_type text primary key not null
);

create table case_drawn (
    id uuid primary key not null,
    supervision_id uuid not null references case_file (id),
    case_id uuid not null references case_file (id),
    reason text not null check (length(reason) > 0),
    post text not null,
    organ text not null,
    drawn_at timestamptz not null,
    unique (supervision_id, case_id),
    check (supervision_id <> case_id)
);
create index case_drawn_of_case on case_drawn (case_id);

create function case_drawn_is_supervised() returns trigger language plpgsql as $$
begin
    if not exists (
        select 1 from case_file s
            join supervising_case_type t on t.case_type = s.case_type
            join holding h on h.case_id = s.id and h.role = 'lead' and h.organ = new.organ and h.voided_at is null
                and h.from_at <= new.drawn_at and (h.until_at is null or h.until_at > new.drawn_at)
        where s.id = new.supervision_id and s.closed_at is null
    ) then
        raise exception 'only an open supervision case draws files, and only for the organ that leads it';
    end if;
    if exists (
        select 1 from case_file c join secluded_case_type t on t.case_type = c.case_type
        where c.id = new.case_id
    ) then
        raise exception 'of a secluded case only the lead knows';
    end if;
    return new;
end;
$$;
create trigger case_drawn_is_supervised before insert on case_drawn
    for each row execute function case_drawn_is_supervised();

create function case_drawn_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'what was drawn is never edited';
    end if;
    return new;
end;
$$;
create trigger case_drawn_is_never_edited before update on case_drawn
    for each row execute function case_drawn_is_never_edited();

create function case_drawn_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'what was drawn is never removed';
    end if;
    return old;
end;
$$;
create trigger case_drawn_is_never_removed before delete on case_drawn
    for each row execute function case_drawn_is_never_removed();
