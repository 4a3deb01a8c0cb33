-- Why: signing in at an organisation's own provider (OpenID Connect). Which identity there is which account here is said by
-- the operator, begins and ends, and is never edited. An answer of the provider is taken once, in the browser that asked:
-- of both marks a hash stands here, so that a copy of the database lets nobody answer.

create table account_identity (
    issuer text not null check (issuer <> ''),
    subject text not null check (subject <> ''),
    account_id uuid not null references account (id),
    from_at timestamptz not null,
    from_by text not null,
    until_at timestamptz check (until_at >= from_at),
    until_by text,
    primary key (issuer, subject, from_at),
    check ((until_at is null) = (until_by is null))
);
create unique index account_identity_once on account_identity (issuer, subject) where until_at is null;
create index account_identity_of_account on account_identity (account_id);

insert into account_identity (issuer, subject, account_id, from_at, from_by)
select issuer, subject, account_id, linked_at, linked_by from account_subject;
drop table account_subject;

create table account_asked (
    state bytea primary key not null,
    browser bytea not null,
    issuer text not null,
    network bytea not null,
    language text not null,
    next text not null,
    asked_at timestamptz not null,
    answered_at timestamptz check (answered_at >= asked_at)
);
create index account_asked_at on account_asked (asked_at);
create index account_asked_from on account_asked (network, asked_at);

create function account_identity_is_never_edited() returns trigger language plpgsql as $$
begin
    if new.issuer <> old.issuer or new.subject <> old.subject
        or new.account_id <> old.account_id or new.from_at <> old.from_at or new.from_by <> old.from_by
        or old.until_at is not null then
        raise exception 'an identity elsewhere ends, and is never edited';
    end if;
    return new;
end;
$$;
create trigger account_identity_is_never_edited before update on account_identity
    for each row execute function account_identity_is_never_edited();

create function account_identity_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'an identity elsewhere ends, and is never removed';
    end if;
    return old;
end;
$$;
create trigger account_identity_is_never_removed before delete on account_identity
    for each row execute function account_identity_is_never_removed();

create function account_asked_is_answered_once() returns trigger language plpgsql as $$
begin
    if new.state <> old.state
        or new.browser <> old.browser or new.issuer <> old.issuer or new.asked_at <> old.asked_at
        or old.answered_at is not null or new.answered_at is null then
        raise exception 'what was asked elsewhere is answered once, where it was asked';
    end if;
    return new;
end;
$$;
create trigger account_asked_is_answered_once before update on account_asked
    for each row execute function account_asked_is_answered_once();
