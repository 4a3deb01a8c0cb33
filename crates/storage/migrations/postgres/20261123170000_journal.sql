-- Why: every act and every reading of personal data is told in the journal (who, at which organ, for which duty, what),
-- in the same transaction as the act, so that the person can see who looked, and a supervisor can see that nothing is
-- missing. Rows are only added; sealing gives each its position, once, and chains the seals by SHA-256.
-- No personal data stands here, only identities and machine words.

create table journal (
    id uuid primary key not null,
    begun timestamptz not null
);

create table journal_entry (
    seq bigint generated always as identity primary key,
    unit uuid not null,
    ordinal bigint not null check (ordinal >= 1),
    at timestamptz not null,
    post text not null,
    organ text not null,
    duty text,
    action text not null,
    noun text not null,
    subject text not null,
    version bigint,
    person_id uuid,
    case_id uuid,
    ground text,
    digest bytea not null check (length(digest) = 32),
    position bigint,
    unique (unit, ordinal),
    unique (position)
);
create index journal_entry_of_person on journal_entry (person_id, seq) where person_id is not null;
create index journal_entry_of_case on journal_entry (case_id, seq) where case_id is not null;

create table journal_seal (
    number bigint primary key not null check (number >= 1),
    first_position bigint not null unique check (first_position >= 1),
    last_position bigint not null unique check (last_position >= first_position),
    row_count bigint not null check (row_count = last_position - first_position + 1),
    sealed_at timestamptz not null,
    previous bytea not null check (length(previous) = 32),
    head bytea not null unique check (length(head) = 32)
);

create function journal_refuses() returns trigger language plpgsql as $$
begin
    raise exception '%', tg_argv[0];
end;
$$;

create trigger journal_entry_is_never_removed before delete on journal_entry
    for each row execute function journal_refuses('a row of the journal is never removed');

create trigger journal_entry_is_never_changed
    before update of seq, unit, ordinal, at, post, organ, duty, action, noun, subject, version, person_id, case_id, ground,
    digest on journal_entry
    for each row execute function journal_refuses('a row of the journal is never changed');

create trigger journal_entry_is_sealed_once before update of position on journal_entry
    for each row when (old.position is not null or new.position is null)
    execute function journal_refuses('a row of the journal is sealed once');

create trigger journal_entry_is_never_emptied before truncate on journal_entry
    for each statement execute function journal_refuses('a row of the journal is never removed');

create trigger journal_seal_is_never_changed before update on journal_seal
    for each row execute function journal_refuses('a seal is never changed');

create trigger journal_seal_is_never_removed before delete on journal_seal
    for each row execute function journal_refuses('a seal is never removed');

create trigger journal_seal_is_never_emptied before truncate on journal_seal
    for each statement execute function journal_refuses('a seal is never removed');
