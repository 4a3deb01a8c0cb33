-- Why: every act and every reading of personal data is told in the journal (who, at which organ, for which duty, what),
-- in the same transaction as the act, so that the person can see who looked, and a supervisor can see that nothing is
-- missing. Rows are only added; sealing gives each its position, once, and chains the seals by SHA-256.
-- No personal data stands here, only identities and machine words.

create table journal (
    id blob primary key not null check (length(id) = 16),
    begun text not null
) strict;

create table journal_entry (
    seq integer primary key not null,
    unit blob not null check (length(unit) = 16),
    ordinal integer not null check (ordinal >= 1),
    at text not null,
    post text not null,
    organ text not null,
    duty text,
    action text not null,
    noun text not null,
    subject text not null,
    version integer,
    person_id blob,
    case_id blob,
    ground text,
    digest blob not null check (length(digest) = 32),
    position integer,
    unique (unit, ordinal),
    unique (position)
) strict;
create index journal_entry_of_person on journal_entry (person_id, seq) where person_id is not null;
create index journal_entry_of_case on journal_entry (case_id, seq) where case_id is not null;

create table journal_seal (
    number integer primary key not null check (number >= 1),
    first_position integer not null unique check (first_position >= 1),
    last_position integer not null unique check (last_position >= first_position),
    row_count integer not null check (row_count = last_position - first_position + 1),
    sealed_at text not null,
    previous blob not null check (length(previous) = 32),
    head blob not null unique check (length(head) = 32)
) strict;

create trigger journal_entry_is_never_removed before delete on journal_entry
begin
    select raise(abort, 'a row of the journal is never removed');
end;

create trigger journal_entry_is_never_changed
before update of seq, unit, ordinal, at, post, organ, duty, action, noun, subject, version, person_id, case_id, ground,
    digest on journal_entry
begin
    select raise(abort, 'a row of the journal is never changed');
end;

create trigger journal_entry_is_sealed_once before update of position on journal_entry
when old.position is not null or new.position is null
begin
    select raise(abort, 'a row of the journal is sealed once');
end;

create trigger journal_seal_is_never_changed before update on journal_seal
begin
    select raise(abort, 'a seal is never changed');
end;

create trigger journal_seal_is_never_removed before delete on journal_seal
begin
    select raise(abort, 'a seal is never removed');
end;
