-- Days that differ from their weekday, by region: 'CN' for the whole mainland, else a division code whose own days go
-- before those of the wider region. A year is known once its notice has been entered for 'CN'.
create table holidays (
  region text not null,
  day date not null,
  kind text not null,
  name text not null,
  citation text not null,
  primary key (region, day),
  constraint holidays_kind_known check (kind in ('off', 'work'))
);
select place_everywhere('holidays');
grant select, insert, update (kind, name, citation) on holidays to linli_app;

-- Rules of law and of the county, each version with what it rests on. A version holds from valid_from up to, not on,
-- valid_to. What once held stays: a version can be ended, never rewritten.
create table rules (
  county int not null,
  id text not null,
  valid_from date not null,
  valid_to date,
  value jsonb not null,
  citation text not null,
  source text not null,
  note text not null,
  primary key (county, id, valid_from),
  constraint rules_days_in_order check (valid_to > valid_from),
  constraint rules_source_known check (source in ('law', 'standard', 'secondary', 'county'))
);
select place_by_county('rules');
alter table rules enable row level security;
create policy own_county on rules
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (valid_to) on rules to linli_app;
