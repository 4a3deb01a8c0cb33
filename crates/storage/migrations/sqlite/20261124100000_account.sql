-- Why: those who sign in. An account is a person in service, the posts that it may act as, and how it proves itself. What
-- lets somebody in is never kept as it was given: of passwords, tokens and recovery codes stands a hash, and the secret of
-- a second factor is sealed with a key that is not in the database.
--
-- The database itself keeps to this: a closed account has no session and gets none, a session that has ended does not go
-- on, a code of a second factor is taken once, and nothing is removed.

create table account (
    id blob primary key not null,
    login text not null unique,
    name text not null,
    language text not null,
    password text,
    password_at text,
    second_factor blob,
    second_factor_at text,
    second_factor_step integer,
    made_at text not null,
    made_by text not null,
    closed_at text check (closed_at >= made_at),
    closed_by text,
    version integer not null check (version >= 1),
    check ((password is null) = (password_at is null)),
    check (second_factor_at is null or second_factor is not null),
    check ((closed_at is null) = (closed_by is null))
) strict;

create table account_post (
    id blob primary key not null,
    account_id blob not null references account (id),
    post_id text not null references post (id),
    from_at text not null,
    from_by text not null,
    until_at text check (until_at >= from_at),
    until_by text,
    check ((until_at is null) = (until_by is null))
) strict;
create unique index account_post_once on account_post (account_id, post_id) where until_at is null;

create table account_recovery (
    hash blob primary key not null,
    account_id blob not null references account (id),
    made_at text not null,
    used_at text
) strict;
create index account_recovery_of_account on account_recovery (account_id);

create table account_session (
    id blob primary key not null,
    hash blob not null unique,
    account_id blob not null references account (id),
    post_id text references post (id),
    stage text not null check (stage in ('half', 'whole')),
    began_at text not null,
    used_at text not null check (used_at >= began_at),
    ends_at text not null check (ends_at > began_at),
    network text not null,
    browser text not null,
    ended_at text,
    ended_why text,
    check ((ended_at is null) = (ended_why is null))
) strict;
create index account_session_open on account_session (account_id) where ended_at is null;

create table account_browser (
    hash blob primary key not null,
    account_id blob not null references account (id),
    made_at text not null
) strict;
create index account_browser_of_account on account_browser (account_id);

create table account_subject (
    issuer text not null,
    subject text not null,
    account_id blob not null references account (id),
    linked_at text not null,
    linked_by text not null,
    primary key (issuer, subject)
) strict;

create table account_attempt (
    place blob primary key not null,
    failures integer not null check (failures >= 0),
    last_at text not null,
    wait_until text not null
) strict;
create index account_attempt_old on account_attempt (last_at);

create trigger account_keeps_what_it_is before update on account
begin
    select raise(abort, 'an account stays whose it is')
    where new.id <> old.id or new.login <> old.login or new.made_at <> old.made_at
        or new.made_by <> old.made_by;
    select raise(abort, 'a closed account is not opened again')
    where old.closed_at is not null and (
            new.closed_at is null or new.closed_at <> old.closed_at
        );
    select raise(abort, 'a code of a second factor is taken once')
    where old.second_factor_step is not null
        and old.second_factor_at is not null and new.second_factor_at is not null
        and (new.second_factor_step is null or new.second_factor_step < old.second_factor_step);
    select raise(abort, 'a version never falls')
    where new.version < old.version;
end;

create trigger account_closes_its_sessions after update of closed_at on account
begin
    update account_session set ended_at = new.closed_at, ended_why = 'closed'
    where account_id = new.id and ended_at is null and new.closed_at is not null;
end;

create trigger account_is_never_removed before delete on account
begin
    select raise(abort, 'an account is never removed')
    where true;
end;

create trigger account_post_is_never_edited before update on account_post
begin
    select raise(abort, 'what an account may act as ends, and is never edited')
    where new.id <> old.id or new.account_id <> old.account_id
        or new.post_id <> old.post_id or new.from_at <> old.from_at or new.from_by <> old.from_by
        or old.until_at is not null;
end;

create trigger account_post_is_never_removed before delete on account_post
begin
    select raise(abort, 'what an account may act as ends, and is never removed')
    where true;
end;

create trigger account_recovery_is_used_once before update on account_recovery
begin
    select raise(abort, 'a recovery code is used once')
    where old.used_at is not null or new.used_at is null or new.hash <> old.hash
        or new.account_id <> old.account_id;
end;

create trigger account_session_is_well_begun before insert on account_session
begin
    select raise(abort, 'a closed account has no session')
    where exists (
        select 1 from account where id = new.account_id and closed_at is not null
    );
    select raise(abort, 'a session begins before it ends')
    where new.ended_at is not null;
end;

create trigger account_session_does_not_go_on before update on account_session
begin
    select raise(abort, 'a session stays whose it is')
    where new.id <> old.id or new.hash <> old.hash or new.account_id <> old.account_id
        or new.stage <> old.stage or new.began_at <> old.began_at or new.ends_at <> old.ends_at;
    select raise(abort, 'a session acts as one post from its beginning to its end')
    where (new.post_id is null) <> (old.post_id is null)
        or new.post_id <> old.post_id;
    select raise(abort, 'a session that has ended does not go on')
    where old.ended_at is not null;
end;

create trigger account_session_is_never_removed before delete on account_session
begin
    select raise(abort, 'a session is never removed')
    where true;
end;
