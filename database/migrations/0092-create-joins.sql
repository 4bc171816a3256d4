-- matters/accept: residents whom a published matter concerns too 我也遇到. Each is a voice beside its reporter.

create table joins (
  county int not null,
  id uuid not null,
  matter uuid not null,
  -- Who was signed in; null for whoever left a number and got a secret.
  resident uuid,
  -- Sealed like identities, with a key that is not in the database; the hash tells that two numbers are one voice.
  sealed_phone bytea,
  phone_hash bytea,
  -- Opens this one join to whoever has no account. Only its hash is kept.
  secret_hash bytea,
  joined_at timestamptz not null,
  primary key (county, id),
  constraint joins_once unique (county, matter, resident),
  constraint joins_known check (resident is not null or (phone_hash is not null and secret_hash is not null)),
  constraint joins_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('joins');
create index joins_by_resident on joins (county, resident) where resident is not null;
alter table joins enable row level security;
create policy own_county on joins
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
-- Whoever leaves takes the number along.
grant select, insert, delete on joins to linli_app;
