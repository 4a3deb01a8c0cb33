-- Why: documents of a case. What a version is, is fixed when it is written; it names its bytes by their hash, and the bytes
-- lie outside the database. The database itself refuses gaps between versions, editing and removing.

-- Bytes that some version names. It says nothing about anybody: it is read to check that they are there.
create table document_content (
    hash text primary key not null check (length(hash) = 64),
    size bigint not null check (size > 0),
    kept_at timestamptz not null
);

create table document (
    id uuid primary key not null,
    case_id uuid not null references case_file (id),
    recorded_at timestamptz not null,
    recorded_by text not null,
    recorded_organ text not null,
    withdrawn_at timestamptz check (withdrawn_at >= recorded_at),
    withdrawn_by text,
    withdrawn_organ text,
    withdrawn_reason text check (length(trim(withdrawn_reason)) > 0),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((withdrawn_at is null) = (withdrawn_organ is null)),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index document_of_case on document (case_id, recorded_at);

create table document_version (
    id uuid primary key not null,
    document_id uuid not null references document (id),
    number bigint not null check (number >= 1),
    hash text not null references document_content (hash),
    name text not null check (length(name) > 0),
    given_name text not null,
    found_type text not null,
    claimed_type text,
    disagree boolean not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    recorded_organ text not null,
    unique (document_id, number)
);
create index document_version_of_content on document_version (hash);

create function document_content_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'what is kept is never edited';
    end if;
    return new;
end;
$$;
create trigger document_content_is_never_edited before update on document_content
    for each row execute function document_content_is_never_edited();

create function document_content_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'what is kept is never removed';
    end if;
    return old;
end;
$$;
create trigger document_content_is_never_removed before delete on document_content
    for each row execute function document_content_is_never_removed();

create function document_is_of_an_open_case() returns trigger language plpgsql as $$
begin
    if new.withdrawn_at is not null then
        raise exception 'a new document is not withdrawn';
    end if;
    if not exists (
        select 1 from case_file where id = new.case_id and closed_at is null
    ) then
        raise exception 'only an open case gets a document';
    end if;
    return new;
end;
$$;
create trigger document_is_of_an_open_case before insert on document
    for each row execute function document_is_of_an_open_case();

create function document_is_never_edited() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.case_id <> old.case_id
        or new.recorded_at <> old.recorded_at or new.recorded_by <> old.recorded_by
        or new.recorded_organ <> old.recorded_organ then
        raise exception 'a document is never edited';
    end if;
    if old.withdrawn_at is not null or new.withdrawn_at is null then
        raise exception 'a document is withdrawn once';
    end if;
    return new;
end;
$$;
create trigger document_is_never_edited before update on document
    for each row execute function document_is_never_edited();

create function document_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a document is never removed';
    end if;
    return old;
end;
$$;
create trigger document_is_never_removed before delete on document
    for each row execute function document_is_never_removed();

create function document_version_follows_the_last() returns trigger language plpgsql as $$
begin
    if new.number <> 1 + (
        select coalesce(max(number), 0) from document_version where document_id = new.document_id
    ) then
        raise exception 'a version follows the last';
    end if;
    if exists (
        select 1 from document where id = new.document_id and withdrawn_at is not null
    ) then
        raise exception 'a document that was withdrawn gets no version';
    end if;
    if not exists (
        select 1 from document join case_file on case_file.id = document.case_id
        where document.id = new.document_id and case_file.closed_at is null
    ) then
        raise exception 'only an open case gets a document';
    end if;
    return new;
end;
$$;
create trigger document_version_follows_the_last before insert on document_version
    for each row execute function document_version_follows_the_last();

create function document_version_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a version is never edited';
    end if;
    return new;
end;
$$;
create trigger document_version_is_never_edited before update on document_version
    for each row execute function document_version_is_never_edited();

create function document_version_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a version is never removed';
    end if;
    return old;
end;
$$;
create trigger document_version_is_never_removed before delete on document_version
    for each row execute function document_version_is_never_removed();
