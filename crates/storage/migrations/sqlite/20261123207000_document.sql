-- Why: documents of a case. What a version is, is fixed when it is written; it names its bytes by their hash, and the bytes
-- lie outside the database. The database itself refuses gaps between versions, editing and removing.

-- Bytes that some version names. It says nothing about anybody: it is read to check that they are there.
create table document_content (
    hash text primary key not null check (length(hash) = 64),
    size integer not null check (size > 0),
    kept_at text not null
) strict;

create table document (
    id blob primary key not null,
    case_id blob not null references case_file (id),
    recorded_at text not null,
    recorded_by text not null,
    recorded_organ text not null,
    withdrawn_at text check (withdrawn_at >= recorded_at),
    withdrawn_by text,
    withdrawn_organ text,
    withdrawn_reason text check (length(trim(withdrawn_reason)) > 0),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((withdrawn_at is null) = (withdrawn_organ is null)),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
) strict;
create index document_of_case on document (case_id, recorded_at);

create table document_version (
    id blob primary key not null,
    document_id blob not null references document (id),
    number integer not null check (number >= 1),
    hash text not null references document_content (hash),
    name text not null check (length(name) > 0),
    given_name text not null,
    found_type text not null,
    claimed_type text,
    disagree integer not null,
    recorded_at text not null,
    recorded_by text not null,
    recorded_organ text not null,
    unique (document_id, number)
) strict;
create index document_version_of_content on document_version (hash);

create trigger document_content_is_never_edited before update on document_content
begin
    select raise(abort, 'what is kept is never edited')
    where true;
end;

create trigger document_content_is_never_removed before delete on document_content
begin
    select raise(abort, 'what is kept is never removed')
    where true;
end;

create trigger document_is_of_an_open_case before insert on document
begin
    select raise(abort, 'a new document is not withdrawn')
    where new.withdrawn_at is not null;
    select raise(abort, 'only an open case gets a document')
    where not exists (
        select 1 from case_file where id = new.case_id and closed_at is null
    );
end;

create trigger document_is_never_edited before update on document
begin
    select raise(abort, 'a document is never edited')
    where new.id <> old.id or new.case_id <> old.case_id
        or new.recorded_at <> old.recorded_at or new.recorded_by <> old.recorded_by
        or new.recorded_organ <> old.recorded_organ;
    select raise(abort, 'a document is withdrawn once')
    where old.withdrawn_at is not null or new.withdrawn_at is null;
end;

create trigger document_is_never_removed before delete on document
begin
    select raise(abort, 'a document is never removed')
    where true;
end;

create trigger document_version_follows_the_last before insert on document_version
begin
    select raise(abort, 'a version follows the last')
    where new.number <> 1 + (
        select coalesce(max(number), 0) from document_version where document_id = new.document_id
    );
    select raise(abort, 'a document that was withdrawn gets no version')
    where exists (
        select 1 from document where id = new.document_id and withdrawn_at is not null
    );
    select raise(abort, 'only an open case gets a document')
    where not exists (
        select 1 from document join case_file on case_file.id = document.case_id
        where document.id = new.document_id and case_file.closed_at is null
    );
end;

create trigger document_version_is_never_edited before update on document_version
begin
    select raise(abort, 'a version is never edited')
    where true;
end;

create trigger document_version_is_never_removed before delete on document_version
begin
    select raise(abort, 'a version is never removed')
    where true;
end;
