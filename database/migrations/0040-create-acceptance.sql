-- matters/accept: receipts, identities kept apart, files.

-- The secret opens one matter to whoever has no account. Only its hash is kept.
create table receipts (
  county int not null,
  number text not null,
  matter uuid not null,
  secret_hash bytea not null,
  primary key (county, number)
);
select place_by_county('receipts');
alter table receipts enable row level security;
create policy own_county on receipts
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on receipts to linli_app;

-- Who reported, sealed with a key that is not in the database; readable only through the act readIdentity.
create table identities (
  county int not null,
  matter uuid not null,
  sealed bytea not null,
  phone_hash bytea,
  primary key (county, matter),
  constraint identities_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('identities');
create index identities_by_phone on identities (county, phone_hash) where phone_hash is not null;
alter table identities enable row level security;
create policy own_county on identities
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on identities to linli_app;
-- Deleted when the retention of the county's rule ends (PIPL art. 19).
grant delete on identities to linli_app;
