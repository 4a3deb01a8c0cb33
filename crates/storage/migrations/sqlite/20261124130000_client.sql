-- Why: programs of other organs work here too. A machine client is a post that a program acts as: at one organ, with one
-- function, and in cases of the duties that are named here and of no other. What lets it in is never kept as it was
-- given, but as a hash; it ends on a day, or at once when somebody ends it.
--
-- The database itself keeps to this: a client has duties, which are as they were when it was made; nobody signs in as a
-- client's post; one that has ended does not begin again; and nothing is removed.

create table client_duty (
    post_id text not null references post (id),
    duty text not null check (length(duty) > 0),
    primary key (post_id, duty)
) strict;

create table client (
    post_id text primary key not null references post (id),
    hash blob not null unique,
    made_at text not null,
    made_by text not null,
    until_day text not null,
    ended_at text check (ended_at >= made_at),
    ended_by text,
    check ((ended_at is null) = (ended_by is null))
) strict;

create trigger client_is_well_begun before insert on client
begin
    select raise(abort, 'a client has duties')
    where not exists (select 1 from client_duty where post_id = new.post_id);
    select raise(abort, 'nobody signs in as a client')
    where exists (select 1 from account_post where post_id = new.post_id);
    select raise(abort, 'a client begins before it ends')
    where new.ended_at is not null;
end;

create trigger client_keeps_what_it_is before update on client
begin
    select raise(abort, 'a client stays what it is')
    where new.post_id <> old.post_id or new.hash <> old.hash or new.made_at <> old.made_at
        or new.made_by <> old.made_by or new.until_day <> old.until_day;
    select raise(abort, 'a client that has ended does not begin again')
    where old.ended_at is not null;
end;

create trigger client_is_never_removed before delete on client
begin
    select raise(abort, 'a client is never removed')
    where true;
end;

create trigger client_duty_is_given_once before insert on client_duty
begin
    select raise(abort, 'the duties of a client are given when it is made')
    where exists (select 1 from client where post_id = new.post_id);
end;

create trigger client_duty_is_never_edited before update on client_duty
begin
    select raise(abort, 'the duties of a client stay as they are')
    where true;
end;

create trigger client_duty_is_never_removed before delete on client_duty
begin
    select raise(abort, 'the duties of a client stay as they are')
    where true;
end;

create trigger account_post_is_of_people before insert on account_post
begin
    select raise(abort, 'nobody signs in as a client')
    where exists (select 1 from client where post_id = new.post_id);
end;
