-- Why: the ground of casework. Posts that act, people with their facts as timelines, cases, and the holdings that say who
-- is responsible. The database itself refuses two leads at once, a moment without one, and any editing of what was.
--
-- The leads of a case are a chain: each but the first names the one it follows, begins in the instant in which that one
-- ends, and ends it by being written. So there is no statement that could leave a case with no lead or with two. A case is
-- written after its first lead and points at the last of the chain; no case can be there without one.
-- A lead that was planned for a later instant and has not begun can be withdrawn; the one before it then goes on.

create table setting (
    name text primary key not null,
    value text not null
) strict;

create table edition (
    id text primary key not null,
    files blob not null,
    first_used text not null
) strict;

create table post (
    id text primary key not null,
    organ text not null,
    function text not null,
    title text not null,
    from_day text not null,
    until_day text check (until_day > from_day),
    recorded_at text not null,
    version integer not null check (version >= 1)
) strict;
create index post_of_organ on post (organ);

create table person (
    id blob primary key not null,
    born_year integer check (born_year between 1850 and 2200),
    born_month integer check (born_month between 1 and 12),
    born_day integer check (born_day between 1 and 31),
    recorded_at text not null,
    recorded_by text not null,
    version integer not null check (version >= 1),
    check (born_month is null or born_year is not null),
    check (born_day is null or born_month is not null)
) strict;

-- What is known of a person, as a timeline for each attribute. Nothing is erased: a row that turns out wrong, or is cut
-- short, is withdrawn, and what stands instead names it in `replaces`.
create table person_fact (
    id blob primary key not null,
    person_id blob not null references person (id),
    attribute text not null,
    slot text not null,
    value text not null,
    from_day text not null,
    until_day text check (until_day > from_day),
    source text not null,
    recorded_by text not null,
    recorded_organ text not null,
    recorded_at text not null,
    replaces blob references person_fact (id),
    withdrawn_at text,
    withdrawn_by text,
    check ((withdrawn_at is null) = (withdrawn_by is null))
) strict;
create index person_fact_of_person on person_fact (person_id, attribute, from_day);

create trigger person_fact_stands_alone before insert on person_fact
begin
    select raise(abort, 'two facts say different things of the same day')
    where exists (
        select 1 from person_fact
        where person_id = new.person_id and attribute = new.attribute and slot = new.slot and withdrawn_at is null
            and new.withdrawn_at is null
            and (until_day is null or until_day > new.from_day)
            and (new.until_day is null or new.until_day > from_day)
    );
end;

create trigger person_fact_is_never_edited before update on person_fact
begin
    select raise(abort, 'a fact is never edited')
    where new.id <> old.id or new.person_id <> old.person_id or new.attribute <> old.attribute
        or new.slot <> old.slot or new.value <> old.value or new.from_day <> old.from_day
        or coalesce(new.until_day, '9999-12-31') <> coalesce(old.until_day, '9999-12-31') or new.source <> old.source
        or new.recorded_by <> old.recorded_by or new.recorded_organ <> old.recorded_organ
        or new.recorded_at <> old.recorded_at;
    select raise(abort, 'a fact is withdrawn once')
    where old.withdrawn_at is not null or new.withdrawn_at is null;
end;

create trigger person_fact_is_never_removed before delete on person_fact
begin
    select raise(abort, 'a fact is never removed')
    where true;
end;

create table holding (
    id blob primary key not null,
    case_id blob not null,
    role text not null check (role in ('lead', 'beside')),
    organ text not null,
    verb text not null,
    also text not null,
    force text not null check (force in ('must', 'may')),
    from_at text not null,
    until_at text check (until_at >= from_at),
    previous blob references holding (id),
    between_chairs integer not null,
    edition text not null references edition (id),
    path text not null,
    cause text not null,
    cause_id blob,
    recorded_at text not null,
    recorded_by text not null,
    voided_at text,
    check (role = 'lead' or previous is null)
) strict;
create index holding_of_case on holding (case_id, from_at);
create index holding_of_organ on holding (organ, case_id) where until_at is null;
create unique index holding_first_lead on holding (case_id) where role = 'lead' and previous is null;
create unique index holding_one_successor on holding (previous) where previous is not null and voided_at is null;
create index holding_between_chairs on holding (organ) where between_chairs and until_at is null;

create table case_file (
    number integer primary key autoincrement,
    id blob not null unique,
    case_type text not null,
    type_version text not null,
    duty text not null,
    person_id blob references person (id),
    municipality text,
    status text not null,
    result text,
    opened_at text not null,
    opened_by text not null,
    opened_organ text not null,
    closed_at text check (closed_at >= opened_at),
    lead_holding blob not null references holding (id),
    version integer not null check (version >= 1)
) strict;
create index case_of_person on case_file (person_id);
create index case_open on case_file (duty, municipality) where closed_at is null;
create unique index case_of_lead on case_file (lead_holding);

create trigger holding_is_well_begun before insert on holding
begin
    select raise(abort, 'a new holding has no end yet')
    where new.until_at is not null or new.voided_at is not null;
    select raise(abort, 'a case has its first lead when it is opened')
    where new.role = 'lead' and new.previous is null and exists (
        select 1 from case_file where id = new.case_id
    );
    select raise(abort, 'a lead follows the one before it')
    where new.role = 'lead' and new.previous is not null and not exists (
        select 1 from holding
        where id = new.previous and case_id = new.case_id and role = 'lead' and until_at is null and voided_at is null
    );
    select raise(abort, 'a lead does not begin before the one it follows')
    where new.role = 'lead' and new.previous is not null and exists (
        select 1 from holding where id = new.previous and from_at > new.from_at
    );
    select raise(abort, 'only an open case gets a holding')
    where (new.role = 'beside' or new.previous is not null) and not exists (
        select 1 from case_file where id = new.case_id and closed_at is null
    );
    select raise(abort, 'a holding does not begin before its case')
    where exists (
        select 1 from case_file where id = new.case_id and opened_at > new.from_at
    );
    select raise(abort, 'this organ already stands beside with this verb')
    where new.role = 'beside' and exists (
        select 1 from holding
        where case_id = new.case_id and role = 'beside' and organ = new.organ and verb = new.verb and voided_at is null
            and (until_at is null or until_at > new.from_at)
    );
end;

create trigger holding_ends_the_one_before after insert on holding
begin
    update holding set until_at = new.from_at where id = new.previous;
    update case_file set lead_holding = new.id where id = new.case_id and new.role = 'lead' and new.previous is not null;
end;

create trigger holding_is_never_edited before update on holding
begin
    select raise(abort, 'a holding is never edited')
    where new.id <> old.id or new.case_id <> old.case_id or new.role <> old.role
        or new.organ <> old.organ or new.verb <> old.verb or new.force <> old.force or new.from_at <> old.from_at
        or new.between_chairs <> old.between_chairs or new.edition <> old.edition or new.cause <> old.cause
        or new.recorded_at <> old.recorded_at or new.recorded_by <> old.recorded_by
        or new.also <> old.also or new.path <> old.path
        or (new.previous is null) <> (old.previous is null) or new.previous <> old.previous
        or (new.cause_id is null) <> (old.cause_id is null) or new.cause_id <> old.cause_id;
    select raise(abort, 'a holding is never edited')
    where old.until_at is not null and new.until_at is not null
        and new.until_at <> old.until_at
        and not exists (select 1 from case_file where id = new.case_id and closed_at = new.until_at);
    select raise(abort, 'a holding is never edited')
    where old.role = 'beside' and old.until_at is not null and new.until_at is null;
    select raise(abort, 'a lead ends only when another begins or its case closes')
    where new.role = 'lead' and old.until_at is null
        and new.until_at is not null
        and not exists (
            select 1 from holding where previous = new.id and voided_at is null and from_at = new.until_at
        )
        and not exists (select 1 from case_file where id = new.case_id and closed_at = new.until_at);
    select raise(abort, 'a lead goes on only when what was to follow is withdrawn')
    where new.role = 'lead' and old.until_at is not null
        and new.until_at is null
        and (
            exists (select 1 from holding where previous = new.id and voided_at is null)
            or not exists (
                select 1 from holding where previous = new.id and voided_at is not null and from_at = old.until_at
            )
            or not exists (select 1 from case_file where id = new.case_id and closed_at is null)
        );
    select raise(abort, 'a holding is withdrawn once, before it begins')
    where (old.voided_at is not null and (
            new.voided_at is null or new.voided_at <> old.voided_at
        ))
        or (old.voided_at is null and new.voided_at is not null and (
            new.voided_at >= old.from_at
            or old.until_at is not null
            or (old.role = 'lead' and old.previous is null)
            or exists (select 1 from holding where previous = old.id and voided_at is null)
        ));
end;

create trigger holding_withdrawn_lets_the_one_before_go_on after update of voided_at on holding
begin
    update case_file set lead_holding = new.previous
    where id = new.case_id and lead_holding = new.id and new.voided_at is not null;
    update holding set until_at = null where id = new.previous and new.voided_at is not null;
end;

create trigger holding_is_never_removed before delete on holding
begin
    select raise(abort, 'a holding is never removed')
    where true;
end;

create trigger case_is_opened_with_its_lead before insert on case_file
begin
    select raise(abort, 'a case is opened with its lead')
    where new.closed_at is not null or not exists (
        select 1 from holding
        where id = new.lead_holding and case_id = new.id and role = 'lead' and previous is null
            and from_at = new.opened_at and voided_at is null
    );
end;

create trigger case_keeps_what_it_is before update on case_file
begin
    select raise(abort, 'what a case is about is never changed')
    where new.id <> old.id or new.number <> old.number
        or new.case_type <> old.case_type or new.duty <> old.duty or new.opened_at <> old.opened_at
        or new.opened_by <> old.opened_by or new.opened_organ <> old.opened_organ
        or (new.person_id is null) <> (old.person_id is null) or new.person_id <> old.person_id;
    select raise(abort, 'a case points at its last lead')
    where new.lead_holding <> old.lead_holding and (
            not exists (
                select 1 from holding
                where id = new.lead_holding and case_id = new.id and role = 'lead' and voided_at is null
            )
            or exists (select 1 from holding where previous = new.lead_holding and voided_at is null)
        );
    select raise(abort, 'a closed case is not opened again')
    where old.closed_at is not null and (
            new.closed_at is null or new.closed_at <> old.closed_at
        );
    select raise(abort, 'a planned holding is withdrawn before its case closes')
    where old.closed_at is null and new.closed_at is not null
        and exists (
            select 1 from holding where case_id = new.id and voided_at is null and from_at > new.closed_at
        );
    select raise(abort, 'a change raises the version by one')
    where (
            new.status <> old.status or new.type_version <> old.type_version
            or (new.result is null) <> (old.result is null) or new.result <> old.result
            or (new.closed_at is null) <> (old.closed_at is null)
        ) and new.version <> old.version + 1;
    select raise(abort, 'a version never falls')
    where new.version < old.version;
end;

create trigger case_closes_its_holdings after update of closed_at on case_file
begin
    update holding set until_at = new.closed_at
    where case_id = new.id and new.closed_at is not null and voided_at is null
        and (until_at is null or until_at > new.closed_at);
end;

create trigger case_is_never_removed before delete on case_file
begin
    select raise(abort, 'a case is never removed')
    where true;
end;
