-- matters/analyse: what was learnt from the county's own matters, and how it measured (decision 0011).

-- One row is one time something was learnt, also where it did not go live. The one that serves is the latest that
-- went live. Holds no text: a model is made of hashes and numbers.
create table models (
  county int not null,
  task text not null check (task in ('category', 'office', 'reply')),
  version int not null check (version > 0),
  -- What it learnt from: matters, those of categories with too few, categories, and when the matters came.
  matters int not null,
  left_out int not null,
  categories int not null,
  received_from timestamptz,
  received_until timestamptz,
  -- Measured on matters held out from learning; the one that served, on the same matters. Null: none to measure on.
  quality jsonb,
  before_version int,
  before_quality jsonb,
  -- Went live, did not because the one before is better, because too few matters were held out, or nothing was learnt.
  outcome text not null check (outcome in ('live', 'notBetter', 'unmeasured', 'nothing')),
  -- Why nothing was learnt: the key of the refusal.
  trouble text,
  -- Format of matters/analyse/server/learn/pack-model.ts; kept while the model is one of the last that went live.
  packed bytea,
  seconds real not null,
  made_at timestamptz not null,
  primary key (county, task, version)
);
select place_by_county('models');
alter table models enable row level security;
create policy own_county on models
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (packed) on models to linli_app;
