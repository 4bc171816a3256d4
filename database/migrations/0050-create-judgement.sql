-- matters/analyse: what was judged, by whom, and what the house had suggested before.

-- One row per judging: a matter may be judged anew, nothing of the earlier judgement is lost.
create table judgements (
  county int not null,
  matter uuid not null,
  -- The event it belongs to.
  seq int not null,
  category text not null,
  type text check (type in ('consultation', 'help', 'complaint', 'report', 'suggestion')),
  urgency text not null check (urgency in ('urgent', 'lifeline', 'general', 'complex')),
  -- An ordinary order, or the legal way the matter belongs to.
  channel text not null check (channel in ('order', 'emergency', 'court', 'arbitration', 'discipline', 'reconsideration',
    'petition', 'disclosure', 'mediation')),
  responsible_office uuid,
  -- Whose duty it is: an entry of the duty list, or words.
  duty_item text,
  basis text not null,
  -- About the matter, never about a person.
  risk text not null,
  duplicate_of uuid,
  -- What was suggested and from which words; and what the officer chose, with the place it had among the suggestions.
  suggested jsonb not null,
  chosen jsonb not null,
  judged_by uuid,
  judged_at timestamptz not null,
  primary key (county, matter, seq),
  constraint judgements_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('judgements');
alter table judgements enable row level security;
create policy own_county on judgements
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on judgements to linli_app;

-- Voices of a matter: the duplicates linked to it.
create index matters_by_duplicate on matters (county, duplicate_of) where duplicate_of is not null;
