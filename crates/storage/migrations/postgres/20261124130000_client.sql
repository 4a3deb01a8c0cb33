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
);

create table client (
    post_id text primary key not null references post (id),
    hash bytea not null unique,
    made_at timestamptz not null,
    made_by text not null,
    until_day date not null,
    ended_at timestamptz check (ended_at >= made_at),
    ended_by text,
    check ((ended_at is null) = (ended_by is null))
);

create function client_is_well_begun() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from client_duty where post_id = new.post_id) then
        raise exception 'a client has duties';
    end if;
    if exists (select 1 from account_post where post_id = new.post_id) then
        raise exception 'nobody signs in as a client';
    end if;
    if new.ended_at is not null then
        raise exception 'a client begins before it ends';
    end if;
    return new;
end;
$$;
create trigger client_is_well_begun before insert on client
    for each row execute function client_is_well_begun();

create function client_keeps_what_it_is() returns trigger language plpgsql as $$
begin
    if new.post_id <> old.post_id or new.hash <> old.hash or new.made_at <> old.made_at
        or new.made_by <> old.made_by or new.until_day <> old.until_day then
        raise exception 'a client stays what it is';
    end if;
    if old.ended_at is not null then
        raise exception 'a client that has ended does not begin again';
    end if;
    return new;
end;
$$;
create trigger client_keeps_what_it_is before update on client
    for each row execute function client_keeps_what_it_is();

create function client_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'a client is never removed';
    end if;
    return old;
end;
$$;
create trigger client_is_never_removed before delete on client
    for each row execute function client_is_never_removed();

create function client_duty_is_given_once() returns trigger language plpgsql as $$
begin
    if exists (select 1 from client where post_id = new.post_id) then
        raise exception 'the duties of a client are given when it is made';
    end if;
    return new;
end;
$$;
create trigger client_duty_is_given_once before insert on client_duty
    for each row execute function client_duty_is_given_once();

create function client_duty_is_never_edited() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'the duties of a client stay as they are';
    end if;
    return new;
end;
$$;
create trigger client_duty_is_never_edited before update on client_duty
    for each row execute function client_duty_is_never_edited();

create function client_duty_is_never_removed() returns trigger language plpgsql as $$
begin
    if true then
        raise exception 'the duties of a client stay as they are';
    end if;
    return old;
end;
$$;
create trigger client_duty_is_never_removed before delete on client_duty
    for each row execute function client_duty_is_never_removed();

create function account_post_is_of_people() returns trigger language plpgsql as $$
begin
    if exists (select 1 from client where post_id = new.post_id) then
        raise exception 'nobody signs in as a client';
    end if;
    return new;
end;
$$;
create trigger account_post_is_of_people before insert on account_post
    for each row execute function account_post_is_of_people();
