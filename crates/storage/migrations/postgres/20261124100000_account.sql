-- Why: those who sign in. An account is a person in service, the posts that it may act as, and how it proves itself. What
-- lets somebody in is never kept as it was given: of passwords, tokens and recovery codes stands a hash, and the secret of
-- a second factor is sealed with a key that is not in the database.
--
-- The database itself keeps to this: a closed account has no session and gets none, a session that has ended does not go
-- on, a code of a second factor is taken once, and nothing is removed.

create table account (
    id uuid primary key not null,
    login text not null unique,
    name text not null,
    language text not null,
    password text,
    password_at timestamptz,
    second_factor bytea,
    second_factor_at timestamptz,
    second_factor_step bigint,
    made_at timestamptz not null,
    made_by text not null,
    closed_at timestamptz check (closed_at >= made_at),
    closed_by text,
    version bigint not null check (version >= 1),
    check ((password is null) = (password_at is null)),
    check (second_factor_at is null or second_factor is not null),
    check ((closed_at is null) = (closed_by is null))
);

create table account_post (
    id uuid primary key not null,
    account_id uuid not null references account (id),
    post_id text not null references post (id),
    from_at timestamptz not null,
    from_by text not null,
    until_at timestamptz check (until_at >= from_at),
    until_by text,
    check ((until_at is null) = (until_by is null))
);
create unique index account_post_once on account_post (account_id, post_id) where until_at is null;

create table account_recovery (
    hash bytea primary key not null,
    account_id uuid not null references account (id),
    made_at timestamptz not null,
    used_at timestamptz
);
create index account_recovery_of_account on account_recovery (account_id);

create table account_session (
    id uuid primary key not null,
    hash bytea not null unique,
    account_id uuid not null references account (id),
    post_id text references post (id),
    stage text not null check (stage in ('half', 'whole')),
    began_at timestamptz not null,
    used_at timestamptz not null check (used_at >= began_at),
    ends_at timestamptz not null check (ends_at > began_at),
    network text not null,
    browser text not null,
    ended_at timestamptz,
    ended_why text,
    check ((ended_at is null) = (ended_why is null))
);
create index account_session_open on account_session (account_id) where ended_at is null;

create table account_browser (
    hash bytea primary key not null,
    account_id uuid not null references account (id),
    made_at timestamptz not null
);
create index account_browser_of_account on account_browser (account_id);

create table account_subject (
    issuer text not null,
    subject text not null,
    account_id uuid not null references account (id),
    linked_at timestamptz not null,
    linked_by text not null,
    primary key (issuer, subject)
);

create table account_attempt (
    place bytea primary key not null,
    failures bigint not null check (failures >= 0),
    last_at timestamptz not null,
    wait_until timestamptz not null
);
create index account_attempt_old on account_attempt (last_at);

create function account_keeps_what_it_is() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.login <> old.login or new.made_at <> old.made_at
        or new.made_by <> old.made_by then
        raise exception 'an account stays whose it is';
    end if;
    if old.closed_at is not null and (
            new.closed_at is null or new.closed_at <> old.closed_at
        ) then
        raise exception 'a closed account is not opened again';
    end if;
    if old.second_factor_step is not null
        and old.second_factor_at is not null and new.second_factor_at is not null
        and (new.second_factor_step is null or new.second_factor_step < old.second_factor_step) then
        raise exception 'a code of a second factor is taken once';
    end if;
    if new.version < old.version then
        raise exception 'a version never falls';
    end if;
    return new;
end;
$$;
create trigger account_keeps_what_it_is before update on account
    for each row execute function account_keeps_what_it_is();

create function account_closes_its_sessions() returns trigger language plpgsql as $$
begin
    update account_session set ended_at = new.closed_at, ended_why = 'closed'
    where account_id = new.id and ended_at is null and new.closed_at is not null;
    return null;
end;
$$;
create trigger account_closes_its_sessions after update of closed_at on account
    for each row execute function account_closes_its_sessions();

create function account_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'an account is never removed';
    end if;
    return old;
end;
$$;
create trigger account_is_never_removed before delete on account
    for each row execute function account_is_never_removed();

create function account_post_is_never_edited() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.account_id <> old.account_id
        or new.post_id <> old.post_id or new.from_at <> old.from_at or new.from_by <> old.from_by
        or old.until_at is not null then
        raise exception 'what an account may act as ends, and is never edited';
    end if;
    return new;
end;
$$;
create trigger account_post_is_never_edited before update on account_post
    for each row execute function account_post_is_never_edited();

create function account_post_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'what an account may act as ends, and is never removed';
    end if;
    return old;
end;
$$;
create trigger account_post_is_never_removed before delete on account_post
    for each row execute function account_post_is_never_removed();

create function account_recovery_is_used_once() returns trigger language plpgsql as $$
begin
    if old.used_at is not null or new.used_at is null or new.hash <> old.hash
        or new.account_id <> old.account_id then
        raise exception 'a recovery code is used once';
    end if;
    return new;
end;
$$;
create trigger account_recovery_is_used_once before update on account_recovery
    for each row execute function account_recovery_is_used_once();

create function account_session_is_well_begun() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from account where id = new.account_id and closed_at is not null
    ) then
        raise exception 'a closed account has no session';
    end if;
    if new.ended_at is not null then
        raise exception 'a session begins before it ends';
    end if;
    return new;
end;
$$;
create trigger account_session_is_well_begun before insert on account_session
    for each row execute function account_session_is_well_begun();

create function account_session_does_not_go_on() returns trigger language plpgsql as $$
begin
    if new.id <> old.id or new.hash <> old.hash or new.account_id <> old.account_id
        or new.stage <> old.stage or new.began_at <> old.began_at or new.ends_at <> old.ends_at then
        raise exception 'a session stays whose it is';
    end if;
    if (new.post_id is null) <> (old.post_id is null)
        or new.post_id <> old.post_id then
        raise exception 'a session acts as one post from its beginning to its end';
    end if;
    if old.ended_at is not null then
        raise exception 'a session that has ended does not go on';
    end if;
    return new;
end;
$$;
create trigger account_session_does_not_go_on before update on account_session
    for each row execute function account_session_does_not_go_on();

create function account_session_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a session is never removed';
    end if;
    return old;
end;
$$;
create trigger account_session_is_never_removed before delete on account_session
    for each row execute function account_session_is_never_removed();
