-- Why: access beyond holdings, and none within. A file may be opened outside of one's holdings where its case type allows it:
-- for an hour, with a reason, reviewed by another organ, shown to the person. And of the cases of a secluded type only their
-- lead knows.

-- Case types of which only the lead knows. Filled from the register when a house is opened; what was secluded once stays so.
create table secluded_case_type (
    case_type text primary key not null
);

create table case_opening (
    id uuid primary key not null,
    case_id uuid not null references case_file (id),
    post text not null,
    organ text not null,
    function text not null,
    reason text not null check (length(reason) > 0),
    opened_at timestamptz not null,
    until_at timestamptz not null check (until_at > opened_at)
);
create index case_opening_of_case on case_opening (case_id, opened_at);
create index case_opening_of_post on case_opening (post, until_at);
create index case_opening_of_organ on case_opening (organ, opened_at);

create function case_opening_is_outside() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from holding
        where holding.case_id = new.case_id and holding.organ = new.organ and holding.voided_at is null
            and holding.from_at <= new.opened_at and (holding.until_at is null or holding.until_at > new.opened_at)
            and holding.role = 'lead'
    ) then
        raise exception 'who bears a case does not open it from outside';
    end if;
    if exists (
        select 1 from case_file join secluded_case_type on secluded_case_type.case_type = case_file.case_type
        where case_file.id = new.case_id
    ) then
        raise exception 'of a secluded case only the lead knows';
    end if;
    return new;
end;
$$;
create trigger case_opening_is_outside before insert on case_opening
    for each row execute function case_opening_is_outside();

create function case_opening_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'an opening is never edited';
    end if;
    return new;
end;
$$;
create trigger case_opening_is_never_edited before update on case_opening
    for each row execute function case_opening_is_never_edited();

create function case_opening_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'an opening is never removed';
    end if;
    return old;
end;
$$;
create trigger case_opening_is_never_removed before delete on case_opening
    for each row execute function case_opening_is_never_removed();

create table case_opening_review (
    opening_id uuid primary key not null references case_opening (id),
    verdict text not null check (verdict in ('justified', 'not-justified')),
    note text not null check (length(note) > 0),
    post text not null,
    organ text not null,
    reviewed_at timestamptz not null
);

create function case_opening_review_is_by_another() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from case_opening
        where case_opening.id = new.opening_id
            and (case_opening.organ = new.organ or case_opening.opened_at > new.reviewed_at)
    ) then
        raise exception 'an opening is reviewed by another organ';
    end if;
    return new;
end;
$$;
create trigger case_opening_review_is_by_another before insert on case_opening_review
    for each row execute function case_opening_review_is_by_another();

create function case_opening_review_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a review is never edited';
    end if;
    return new;
end;
$$;
create trigger case_opening_review_is_never_edited before update on case_opening_review
    for each row execute function case_opening_review_is_never_edited();

create function case_opening_review_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a review is never removed';
    end if;
    return old;
end;
$$;
create trigger case_opening_review_is_never_removed before delete on case_opening_review
    for each row execute function case_opening_review_is_never_removed();
