-- Why: what is known of people beside the facts that decide who is responsible: earlier beliefs about a birth, names to
-- search by, protection with its named handlers, relations, representatives, and who is said to be the same as whom.
-- As with facts, nothing is erased: a row is withdrawn or ended, and what stands instead names it in `replaces`.

-- What was believed of a birth before. The row of the person holds what is believed now.
create table person_birth_before (
    person_id uuid not null references person (id),
    version bigint not null,
    born_year bigint,
    born_month bigint,
    born_day bigint,
    source text not null,
    replaced_at timestamptz not null,
    replaced_by text not null,
    replaced_organ text not null,
    primary key (person_id, version)
);

create function person_is_born_on_a_day_that_is() returns trigger language plpgsql as $$
begin
    if (new.born_month in (4, 6, 9, 11) and new.born_day > 30)
        or (new.born_month = 2 and new.born_day > 29)
        or (new.born_month = 2 and new.born_day = 29
            and (new.born_year % 4 <> 0 or (new.born_year % 100 = 0 and new.born_year % 400 <> 0))) then
        raise exception 'there is no such day';
    end if;
    return new;
end;
$$;
create trigger person_is_born_on_a_day_that_is before insert on person
    for each row execute function person_is_born_on_a_day_that_is();

create function person_birth_is_kept() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.recorded_at <> old.recorded_at
        or new.recorded_by <> old.recorded_by then
        raise exception 'who a person is stays';
    end if;
    if new.version <> old.version + 1 then
        raise exception 'a change raises the version by one';
    end if;
    if (
            coalesce(new.born_year, 0) <> coalesce(old.born_year, 0)
            or coalesce(new.born_month, 0) <> coalesce(old.born_month, 0)
            or coalesce(new.born_day, 0) <> coalesce(old.born_day, 0)
        ) and not exists (
            select 1 from person_birth_before
            where person_id = old.id and version = old.version
                and coalesce(born_year, 0) = coalesce(old.born_year, 0)
                and coalesce(born_month, 0) = coalesce(old.born_month, 0)
                and coalesce(born_day, 0) = coalesce(old.born_day, 0)
        ) then
        raise exception 'a birth is changed when the one before is kept';
    end if;
    if (new.born_month in (4, 6, 9, 11) and new.born_day > 30)
        or (new.born_month = 2 and new.born_day > 29)
        or (new.born_month = 2 and new.born_day = 29
            and (new.born_year % 4 <> 0 or (new.born_year % 100 = 0 and new.born_year % 400 <> 0))) then
        raise exception 'there is no such day';
    end if;
    return new;
end;
$$;
create trigger person_birth_is_kept before update on person
    for each row execute function person_birth_is_kept();

create function person_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a person is never removed';
    end if;
    return old;
end;
$$;
create trigger person_is_never_removed before delete on person
    for each row execute function person_is_never_removed();

create function person_birth_before_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'what was believed is never edited';
    end if;
    return new;
end;
$$;
create trigger person_birth_before_is_never_edited before update on person_birth_before
    for each row execute function person_birth_before_is_never_edited();

create function person_birth_before_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'what was believed is never removed';
    end if;
    return old;
end;
$$;
create trigger person_birth_before_is_never_removed before delete on person_birth_before
    for each row execute function person_birth_before_is_never_removed();

create function person_fact_keeps_what_it_replaces() returns trigger language plpgsql as $$
begin
    if (new.replaces is null) <> (old.replaces is null) or new.replaces <> old.replaces then
        raise exception 'a fact is never edited';
    end if;
    return new;
end;
$$;
create trigger person_fact_keeps_what_it_replaces before update on person_fact
    for each row execute function person_fact_keeps_what_it_replaces();

-- The words of a name, folded, as bytes: so that both engines compare them alike, whatever the language of the database.
create table person_name_key (
    fact_id uuid not null references person_fact (id),
    person_id uuid not null references person (id),
    key bytea not null,
    primary key (fact_id, key)
);
create index person_name_key_of_key on person_name_key (key, person_id);
create index person_name_key_of_person on person_name_key (person_id);

create function person_name_key_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a name is never edited';
    end if;
    return new;
end;
$$;
create trigger person_name_key_is_never_edited before update on person_name_key
    for each row execute function person_name_key_is_never_edited();

create function person_name_key_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a name is never removed';
    end if;
    return old;
end;
$$;
create trigger person_name_key_is_never_removed before delete on person_name_key
    for each row execute function person_name_key_is_never_removed();

create table person_protection (
    id uuid primary key not null,
    person_id uuid not null references person (id),
    basis text not null,
    from_day date not null,
    until_day date check (until_day > from_day),
    recorded_at timestamptz not null,
    recorded_by text not null,
    recorded_organ text not null,
    replaces uuid references person_protection (id),
    ended_at timestamptz,
    ended_by text,
    ended_why text,
    check ((ended_at is null) = (ended_by is null)),
    check ((ended_at is null) = (ended_why is null))
);
create index person_protection_of_person on person_protection (person_id) where ended_at is null;

create function person_protection_stands_alone() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from person_protection
        where person_id = new.person_id and ended_at is null
            and (until_day is null or until_day > new.from_day)
            and (new.until_day is null or new.until_day > from_day)
    ) then
        raise exception 'a person is protected once at a time';
    end if;
    return new;
end;
$$;
create trigger person_protection_stands_alone before insert on person_protection
    for each row execute function person_protection_stands_alone();

create function person_protection_is_never_edited() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.person_id <> old.person_id or new.basis <> old.basis
        or new.from_day <> old.from_day
        or coalesce(new.until_day, '9999-12-31') <> coalesce(old.until_day, '9999-12-31')
        or new.recorded_at <> old.recorded_at or new.recorded_by <> old.recorded_by
        or new.recorded_organ <> old.recorded_organ
        or (new.replaces is null) <> (old.replaces is null) or new.replaces <> old.replaces then
        raise exception 'a protection is never edited';
    end if;
    if old.ended_at is not null or new.ended_at is null then
        raise exception 'a protection is ended once';
    end if;
    return new;
end;
$$;
create trigger person_protection_is_never_edited before update on person_protection
    for each row execute function person_protection_is_never_edited();

create function person_protection_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a protection is never removed';
    end if;
    return old;
end;
$$;
create trigger person_protection_is_never_removed before delete on person_protection
    for each row execute function person_protection_is_never_removed();

create table person_handler (
    protection_id uuid not null references person_protection (id),
    post text not null references post (id),
    primary key (protection_id, post)
);

create function person_handler_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a named handler is never edited';
    end if;
    return new;
end;
$$;
create trigger person_handler_is_never_edited before update on person_handler
    for each row execute function person_handler_is_never_edited();

create function person_handler_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a named handler is never removed';
    end if;
    return old;
end;
$$;
create trigger person_handler_is_never_removed before delete on person_handler
    for each row execute function person_handler_is_never_removed();

create table person_relation (
    id uuid primary key not null,
    person_id uuid not null references person (id),
    other_id uuid not null references person (id),
    kind text not null,
    from_day date,
    until_day date,
    source text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    recorded_organ text not null,
    replaces uuid references person_relation (id),
    withdrawn_at timestamptz,
    withdrawn_by text,
    check (person_id <> other_id),
    check (from_day is null or until_day > from_day),
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index person_relation_of_person on person_relation (person_id);
create index person_relation_of_other on person_relation (other_id);

create function person_relation_stands_alone() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from person_relation
        where kind = new.kind and withdrawn_at is null
            and ((person_id = new.person_id and other_id = new.other_id)
                or (person_id = new.other_id and other_id = new.person_id))
            and (until_day is null or new.from_day is null or until_day > new.from_day)
            and (new.until_day is null or from_day is null or new.until_day > from_day)
    ) then
        raise exception 'these two are so related already';
    end if;
    return new;
end;
$$;
create trigger person_relation_stands_alone before insert on person_relation
    for each row execute function person_relation_stands_alone();

create function person_relation_is_never_edited() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.person_id <> old.person_id
        or new.other_id <> old.other_id or new.kind <> old.kind
        or coalesce(new.from_day, '0001-01-01') <> coalesce(old.from_day, '0001-01-01')
        or coalesce(new.until_day, '9999-12-31') <> coalesce(old.until_day, '9999-12-31')
        or new.source <> old.source or new.recorded_at <> old.recorded_at or new.recorded_by <> old.recorded_by
        or new.recorded_organ <> old.recorded_organ
        or (new.replaces is null) <> (old.replaces is null) or new.replaces <> old.replaces then
        raise exception 'a relation is never edited';
    end if;
    if old.withdrawn_at is not null or new.withdrawn_at is null then
        raise exception 'a relation is withdrawn once';
    end if;
    return new;
end;
$$;
create trigger person_relation_is_never_edited before update on person_relation
    for each row execute function person_relation_is_never_edited();

create function person_relation_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a relation is never removed';
    end if;
    return old;
end;
$$;
create trigger person_relation_is_never_removed before delete on person_relation
    for each row execute function person_relation_is_never_removed();

create table person_representative (
    id uuid primary key not null,
    person_id uuid not null references person (id),
    kind text not null,
    name text not null,
    contact text,
    scope text not null,
    basis text not null,
    from_day date not null,
    until_day date check (until_day > from_day),
    recorded_at timestamptz not null,
    recorded_by text not null,
    recorded_organ text not null,
    replaces uuid references person_representative (id),
    withdrawn_at timestamptz,
    withdrawn_by text,
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index person_representative_of_person on person_representative (person_id);

create function person_representative_is_never_edited() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.person_id <> old.person_id
        or new.kind <> old.kind or new.name <> old.name or coalesce(new.contact, '') <> coalesce(old.contact, '')
        or new.scope <> old.scope or new.basis <> old.basis or new.from_day <> old.from_day
        or coalesce(new.until_day, '9999-12-31') <> coalesce(old.until_day, '9999-12-31')
        or new.recorded_at <> old.recorded_at or new.recorded_by <> old.recorded_by
        or new.recorded_organ <> old.recorded_organ
        or (new.replaces is null) <> (old.replaces is null) or new.replaces <> old.replaces then
        raise exception 'a representative is never edited';
    end if;
    if old.withdrawn_at is not null or new.withdrawn_at is null then
        raise exception 'a representative is withdrawn once';
    end if;
    return new;
end;
$$;
create trigger person_representative_is_never_edited before update on person_representative
    for each row execute function person_representative_is_never_edited();

create function person_representative_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a representative is never removed';
    end if;
    return old;
end;
$$;
create trigger person_representative_is_never_removed before delete on person_representative
    for each row execute function person_representative_is_never_removed();

-- What an official said of two people who look alike. It links them or keeps them apart, and erases neither.
create table person_alike (
    id uuid primary key not null,
    one_id uuid not null references person (id),
    other_id uuid not null references person (id),
    verdict text not null check (verdict in ('same', 'different')),
    reason text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    recorded_organ text not null,
    taken_back_at timestamptz,
    taken_back_by text,
    taken_back_why text,
    check (one_id < other_id),
    check ((taken_back_at is null) = (taken_back_by is null)),
    check ((taken_back_at is null) = (taken_back_why is null))
);
create unique index person_alike_once on person_alike (one_id, other_id) where taken_back_at is null;
create index person_alike_of_other on person_alike (other_id);

create function person_alike_is_never_edited() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.one_id <> old.one_id
        or new.other_id <> old.other_id or new.verdict <> old.verdict or new.reason <> old.reason
        or new.recorded_at <> old.recorded_at or new.recorded_by <> old.recorded_by
        or new.recorded_organ <> old.recorded_organ then
        raise exception 'what was said of two people is never edited';
    end if;
    if old.taken_back_at is not null or new.taken_back_at is null then
        raise exception 'what was said of two people is taken back once';
    end if;
    return new;
end;
$$;
create trigger person_alike_is_never_edited before update on person_alike
    for each row execute function person_alike_is_never_edited();

create function person_alike_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'what was said of two people is never removed';
    end if;
    return old;
end;
$$;
create trigger person_alike_is_never_removed before delete on person_alike
    for each row execute function person_alike_is_never_removed();
