-- Why: signing in at an organisation's own provider (OpenID Connect). Which identity there is which account here is said by
-- the operator, begins and ends, and is never edited. An answer of the provider is taken once, in the browser that asked:
-- of both marks a hash stands here, so that a copy of the database lets nobody answer.

create table account_identity (
    issuer text not null check (issuer <> ''),
    subject text not null check (subject <> ''),
    account_id blob not null references account (id),
    from_at text not null,
    from_by text not null,
    until_at text check (until_at >= from_at),
    until_by text,
    primary key (issuer, subject, from_at),
    check ((until_at is null) = (until_by is null))
) strict;
create unique index account_identity_once on account_identity (issuer, subject) where until_at is null;
create index account_identity_of_account on account_identity (account_id);

insert into account_identity (issuer, subject, account_id, from_at, from_by)
select issuer, subject, account_id, linked_at, linked_by from account_subject;
drop table account_subject;

create table account_asked (
    state blob primary key not null,
    browser blob not null,
    issuer text not null,
    network blob not null,
    language text not null,
    next text not null,
    asked_at text not null,
    answered_at text check (answered_at >= asked_at)
) strict;
create index account_asked_at on account_asked (asked_at);
create index account_asked_from on account_asked (network, asked_at);

create trigger account_identity_is_never_edited before update on account_identity
begin
    select raise(abort, 'an identity elsewhere ends, and is never edited')
    where new.issuer <> old.issuer or new.subject <> old.subject
        or new.account_id <> old.account_id or new.from_at <> old.from_at or new.from_by <> old.from_by
        or old.until_at is not null;
end;

create trigger account_identity_is_never_removed before delete on account_identity
begin
    select raise(abort, 'an identity elsewhere ends, and is never removed')
    where true;
end;

create trigger account_asked_is_answered_once before update on account_asked
begin
    select raise(abort, 'what was asked elsewhere is answered once, where it was asked')
    where new.state <> old.state
        or new.browser <> old.browser or new.issuer <> old.issuer or new.asked_at <> old.asked_at
        or old.answered_at is not null or new.answered_at is null;
end;
