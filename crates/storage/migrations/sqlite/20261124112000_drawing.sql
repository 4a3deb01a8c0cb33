-- Why: who supervises sees the files that a supervision case of its own drew, and no other. A file is drawn into a case of a
-- supervising type by the organ that leads it, out of those that the register lets it supervise.

-- Case types whose cases draw files. Filled from the register when a house is opened.
create table supervising_case_type (
    case_type text primary key not null
) strict;

create table case_drawn (
    id blob primary key not null,
    supervision_id blob not null references case_file (id),
    case_id blob not null references case_file (id),
    reason text not null check (length(reason) > 0),
    post text not null,
    organ text not null,
    drawn_at text not null,
    unique (supervision_id, case_id),
    check (supervision_id <> case_id)
) strict;
create index case_drawn_of_case on case_drawn (case_id);

create trigger case_drawn_is_supervised before insert on case_drawn
begin
    select raise(abort, 'only an open supervision case draws files, and only for the organ that leads it')
    where not exists (
        select 1 from case_file s
            join supervising_case_type t on t.case_type = s.case_type
            join holding h on h.case_id = s.id and h.role = 'lead' and h.organ = new.organ and h.voided_at is null
                and h.from_at <= new.drawn_at and (h.until_at is null or h.until_at > new.drawn_at)
        where s.id = new.supervision_id and s.closed_at is null
    );
    select raise(abort, 'of a secluded case only the lead knows')
    where exists (
        select 1 from case_file c join secluded_case_type t on t.case_type = c.case_type
        where c.id = new.case_id
    );
end;

create trigger case_drawn_is_never_edited before update on case_drawn
begin
    select raise(abort, 'what was drawn is never edited')
    where true;
end;

create trigger case_drawn_is_never_removed before delete on case_drawn
begin
    select raise(abort, 'what was drawn is never removed')
    where true;
end;
