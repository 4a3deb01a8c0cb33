-- Why: administrative decisions. Each is made under a holding that is in force in that instant, says on which clauses of
-- which edition it rests, and is never edited: one that turns out wrong is replaced or annulled by another, which names it.
-- A decision is replaced once at most, so that what replaced what is a chain.
--
-- It may be appealed until a day that hangs on the day on which it was received; that day is kept with the notification,
-- and with the limit and the edition from which it was counted. A notification is not edited either: a mistaken one is
-- followed by one that says why.

create table decision (
    id blob primary key not null,
    case_id blob not null references case_file (id),
    step text not null,
    result text,
    texts text not null,
    holding_id blob not null references holding (id),
    organ text not null,
    function text not null,
    post text not null references post (id),
    role text not null check (role in ('lead', 'beside')),
    edition text not null references edition (id),
    day text not null,
    clauses text not null,
    basis text not null,
    certainty text not null,
    support text not null check (support in ('borne', 'open', 'gone')),
    although text,
    effect text check (effect in ('replaces', 'annuls')),
    replaces blob references decision (id),
    case_version integer not null check (case_version >= 1),
    made_at text not null,
    digest text not null,
    check ((replaces is null) = (effect is null)),
    check (support <> 'gone' or although is not null),
    check (replaces is null or replaces <> id)
) strict;
create index decision_of_case on decision (case_id, made_at);
create index decision_of_holding on decision (holding_id);
create unique index decision_replaced_once on decision (replaces) where replaces is not null;
create unique index decision_of_version on decision (case_id, case_version);

create table decision_notification (
    id blob primary key not null,
    decision_id blob not null references decision (id),
    kind text not null,
    sent_on text,
    received_on text not null,
    presumed integer not null,
    reason text not null,
    appeal_limit text,
    appeal_edition text not null references edition (id),
    appealable_until text,
    no_appeal text,
    recorded_at text not null,
    recorded_by text not null,
    recorded_organ text not null,
    replaces blob references decision_notification (id),
    check (sent_on is null or sent_on <= received_on),
    check (not presumed or sent_on is not null),
    check ((appealable_until is null) = (no_appeal is not null)),
    check (appealable_until is null or (appealable_until >= received_on and appeal_limit is not null)),
    check (replaces is null or replaces <> id)
) strict;
create unique index decision_notification_first on decision_notification (decision_id) where replaces is null;
create unique index decision_notification_replaced_once on decision_notification (replaces) where replaces is not null;

create trigger decision_is_made_under_a_holding before insert on decision
begin
    select raise(abort, 'a decision is made in an open case')
    where not exists (
        select 1 from case_file where id = new.case_id and closed_at is null
    );
    select raise(abort, 'a decision is made under a holding in force')
    where not exists (
        select 1 from holding
        where id = new.holding_id and case_id = new.case_id and organ = new.organ and role = new.role
            and voided_at is null and from_at <= new.made_at and (until_at is null or until_at > new.made_at)
    );
    select raise(abort, 'who looks after a case between chairs decides nothing')
    where exists (
        select 1 from holding where id = new.holding_id and between_chairs
    );
    select raise(abort, 'a decision replaces one of the same person and duty')
    where new.replaces is not null and not exists (
        select 1 from decision
        join case_file of_old on of_old.id = decision.case_id
        join case_file of_new on of_new.id = new.case_id
        where decision.id = new.replaces and of_old.duty = of_new.duty
            and (of_old.id = of_new.id or of_old.person_id = of_new.person_id)
    );
end;

create trigger decision_is_never_edited before update on decision
begin
    select raise(abort, 'a decision is never edited')
    where true;
end;

create trigger decision_is_never_removed before delete on decision
begin
    select raise(abort, 'a decision is never removed')
    where true;
end;

create trigger decision_notification_follows_its_own before insert on decision_notification
begin
    select raise(abort, 'a notification follows one of the same decision')
    where new.replaces is not null and not exists (
        select 1 from decision_notification where id = new.replaces and decision_id = new.decision_id
    );
end;

create trigger decision_notification_is_never_edited before update on decision_notification
begin
    select raise(abort, 'a notification is never edited')
    where true;
end;

create trigger decision_notification_is_never_removed before delete on decision_notification
begin
    select raise(abort, 'a notification is never removed')
    where true;
end;
