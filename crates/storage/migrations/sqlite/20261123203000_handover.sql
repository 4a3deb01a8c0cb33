-- Why: hand-over. One lead ends and the next begins in the same instant, after an offer and an answer. A case has at most
-- one hand-over that waits for its answer, and only while the lead that offered it leads: whatever else gives the case
-- another lead, or closes it, ends the offer in the same statement, so that nobody can forget to.
--
-- Each step of the ladder that an unanswered offer climbs is a row of its own: there is one per rung, so that no lapse can
-- climb twice, whichever node sees it. `handover_rung` says nothing of anybody: the clock that climbs reads only that.
-- Consent is asked, given, refused, withdrawn: a row each. What was not passed on for want of it stands in
-- `handover_withheld`: what the file held before that instant is closed to those who came to it then.

create table handover (
    id blob primary key not null,
    case_id blob not null references case_file (id),
    from_holding blob not null references holding (id),
    from_organ text not null,
    to_organ text not null,
    ground text not null check (ground in ('facts', 'lead')),
    fact_id blob references person_fact (id),
    why text not null,
    edition text not null references edition (id),
    not_before text not null,
    answer_length text not null,
    answer_rule text not null,
    offered_at text not null,
    offered_by text not null,
    offered_organ text not null,
    state text not null check (state in ('offered', 'lapsed', 'accepted', 'returned', 'withdrawn')),
    rung integer not null check (rung >= 0),
    consent text not null check (consent in ('not-needed', 'needed', 'asked', 'given', 'refused', 'withdrawn')),
    effect_at text check (effect_at >= not_before),
    effect_by text check (effect_by in ('acceptance', 'law', 'assignment')),
    settled_at text check (settled_at >= offered_at),
    settled_by text,
    settled_organ text,
    reason text,
    note text,
    version integer not null check (version >= 1),
    check (to_organ <> from_organ),
    check ((state in ('offered', 'lapsed')) = (settled_at is null)),
    check (state <> 'offered' or rung = 0),
    check (state <> 'lapsed' or rung > 0),
    check ((effect_at is null) = (effect_by is null)),
    check (state <> 'accepted' or effect_at is not null),
    check (state in ('accepted', 'withdrawn') or effect_at is null),
    check (effect_at is null or effect_at >= settled_at or state = 'withdrawn'),
    check (state not in ('returned', 'withdrawn') or reason is not null)
) strict;
create unique index handover_one_open on handover (case_id) where state in ('offered', 'lapsed');
create index handover_of_case on handover (case_id, offered_at);
create index handover_to on handover (to_organ) where state in ('offered', 'lapsed');
create index handover_from on handover (from_organ) where state in ('offered', 'lapsed');

create table handover_rung (
    handover_id blob not null references handover (id),
    rung integer not null check (rung >= 0),
    organ text not null,
    tie text not null,
    begun_at text not null,
    answer_by text check (answer_by > begun_at),
    left_at text check (left_at >= begun_at),
    primary key (handover_id, rung)
) strict;
create index handover_rung_due on handover_rung (answer_by) where left_at is null;
create index handover_rung_of_organ on handover_rung (organ, handover_id) where rung > 0;

create table handover_reminder (
    id blob primary key not null,
    handover_id blob not null references handover (id),
    organ text not null,
    recorded_by text not null,
    recorded_at text not null
) strict;
create index handover_reminder_of on handover_reminder (handover_id, recorded_at);

create table handover_consent (
    id blob primary key not null,
    handover_id blob not null references handover (id),
    step text not null check (step in ('asked', 'given', 'refused', 'withdrawn')),
    said_by text check (said_by in ('person', 'representative')),
    recorded_at text not null,
    recorded_by text not null,
    recorded_organ text not null,
    check ((step = 'asked') = (said_by is null))
) strict;
create index handover_consent_of on handover_consent (handover_id, recorded_at);

create table handover_withheld (
    handover_id blob primary key not null references handover (id),
    case_id blob not null references case_file (id),
    before_at text not null,
    opened_at text,
    opened_by text,
    check ((opened_at is null) = (opened_by is null))
) strict;
create index handover_withheld_of_case on handover_withheld (case_id) where opened_at is null;

create trigger handover_is_well_begun before insert on handover
begin
    select raise(abort, 'a hand-over begins as an offer')
    where new.state <> 'offered' or new.effect_at is not null;
    select raise(abort, 'a hand-over is offered by the lead that is in force, with no other planned')
    where not exists (
        select 1 from case_file join holding on holding.id = case_file.lead_holding
        where case_file.id = new.case_id and case_file.closed_at is null and holding.id = new.from_holding
            and holding.organ = new.from_organ and holding.from_at <= new.offered_at
    );
end;

create trigger handover_is_never_edited before update on handover
begin
    select raise(abort, 'a hand-over is never edited')
    where new.id <> old.id or new.case_id <> old.case_id
        or new.from_holding <> old.from_holding or new.from_organ <> old.from_organ or new.to_organ <> old.to_organ
        or new.ground <> old.ground or new.edition <> old.edition or new.why <> old.why
        or new.not_before <> old.not_before or new.answer_length <> old.answer_length
        or new.answer_rule <> old.answer_rule or new.offered_at <> old.offered_at or new.offered_by <> old.offered_by
        or new.offered_organ <> old.offered_organ
        or (new.fact_id is null) <> (old.fact_id is null) or new.fact_id <> old.fact_id;
    select raise(abort, 'a change raises the version by one')
    where new.version <> old.version + 1;
    select raise(abort, 'a hand-over that was answered stays so')
    where old.state not in ('offered', 'lapsed') and new.state <> old.state
        and not (old.state = 'accepted' and new.state = 'withdrawn');
    select raise(abort, 'a hand-over climbs one rung at a time')
    where new.rung < old.rung or new.rung > old.rung + 1
        or (new.rung <> old.rung and new.state <> 'lapsed');
    select raise(abort, 'what was answered is never edited')
    where old.settled_at is not null and new.state = old.state
        and (new.settled_at <> old.settled_at or new.effect_at <> old.effect_at or new.reason <> old.reason);
    select raise(abort, 'without consent settled nothing is shown, and so nothing answered')
    where new.state in ('accepted', 'returned')
        and old.state in ('offered', 'lapsed') and new.consent in ('needed', 'asked');
end;

create trigger handover_leaves_its_rung after update of state on handover
begin
    update handover_rung set left_at = new.settled_at
    where handover_id = new.id and left_at is null and new.settled_at is not null;
end;

create trigger handover_is_never_removed before delete on handover
begin
    select raise(abort, 'a hand-over is never removed')
    where true;
end;

create trigger handover_ends_with_its_lead after insert on holding
begin
    update handover set state = 'withdrawn', reason = 'lead-changed', settled_at = case when new.recorded_at > offered_at then new.recorded_at else offered_at end,
        settled_by = new.recorded_by, version = version + 1
    where case_id = new.case_id and new.role = 'lead' and new.previous is not null and state in ('offered', 'lapsed');
end;

create trigger handover_is_called_off_with_its_holding after update of voided_at on holding
begin
    update handover set state = 'withdrawn', reason = 'called-off', settled_at = case when new.voided_at > offered_at then new.voided_at else offered_at end, version = version + 1
    where id = new.cause_id and new.role = 'lead' and new.cause = 'hand-over' and new.voided_at is not null
        and state = 'accepted';
end;

create trigger handover_ends_with_its_case after update of closed_at on case_file
begin
    update handover set state = 'withdrawn', reason = 'case-closed', settled_at = case when new.closed_at > offered_at then new.closed_at else offered_at end, version = version + 1
    where case_id = new.id and new.closed_at is not null
        and (state in ('offered', 'lapsed') or (state = 'accepted' and effect_at > new.closed_at));
end;

create trigger handover_rung_is_climbed_in_order before insert on handover_rung
begin
    select raise(abort, 'a rung begins when the one before it is left')
    where new.left_at is not null
        or exists (select 1 from handover_rung where handover_id = new.handover_id and left_at is null)
        or (select count(*) from handover_rung where handover_id = new.handover_id) <> new.rung;
end;

create trigger handover_rung_is_never_edited before update on handover_rung
begin
    select raise(abort, 'a rung is never edited')
    where new.handover_id <> old.handover_id or new.rung <> old.rung or new.organ <> old.organ
        or new.tie <> old.tie or new.begun_at <> old.begun_at
        or (old.answer_by is not null and (new.answer_by is null or new.answer_by <> old.answer_by))
        or (old.left_at is not null and (new.left_at is null or new.left_at <> old.left_at));
end;

create trigger handover_rung_is_never_removed before delete on handover_rung
begin
    select raise(abort, 'a rung is never removed')
    where true;
end;

create trigger handover_reminder_is_never_edited before update on handover_reminder
begin
    select raise(abort, 'a reminder is never edited')
    where true;
end;

create trigger handover_reminder_is_never_removed before delete on handover_reminder
begin
    select raise(abort, 'a reminder is never removed')
    where true;
end;

create trigger handover_consent_is_never_edited before update on handover_consent
begin
    select raise(abort, 'a consent is never edited')
    where true;
end;

create trigger handover_consent_is_never_removed before delete on handover_consent
begin
    select raise(abort, 'a consent is never removed')
    where true;
end;

create trigger handover_withheld_is_only_opened before update on handover_withheld
begin
    select raise(abort, 'what is withheld is opened once')
    where new.handover_id <> old.handover_id or new.case_id <> old.case_id
        or new.before_at <> old.before_at or old.opened_at is not null or new.opened_at is null;
end;

create trigger handover_withheld_is_never_removed before delete on handover_withheld
begin
    select raise(abort, 'what was withheld is never removed')
    where true;
end;
