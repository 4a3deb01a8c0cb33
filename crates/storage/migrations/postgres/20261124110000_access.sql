-- Why: who sees what of what was written. A person may refuse that an organ's papers pass on (681/2023 § 85). Then what is
-- known of the person from before is closed to the organ that follows. When that organ says something of days on which
-- something closed held, what of it goes on being believed is written anew; it is still what was said by another before:
-- `rest_of` names the fact that said it first.

alter table person_fact add column rest_of uuid references person_fact(id);

create function person_fact_rest_says_the_same() returns trigger language plpgsql as $$
begin
    if new.rest_of is not null and not exists (
        select 1 from person_fact said
        where said.id = new.rest_of and said.person_id = new.person_id and said.attribute = new.attribute
            and said.slot = new.slot and said.value = new.value and said.rest_of is null
    ) then
        raise exception 'what rests of a fact says what the fact said';
    end if;
    return new;
end;
$$;
create trigger person_fact_rest_says_the_same before insert on person_fact
    for each row execute function person_fact_rest_says_the_same();
