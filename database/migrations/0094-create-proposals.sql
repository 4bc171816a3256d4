-- matters/analyse: what returned in the same month of former years, proposed some weeks ahead 未诉先办.

-- One row is one kind in one township and coming month. A leader takes it up, and it becomes a finding, or declines it
-- with a reason; what was decided stays.
create table proposals (
  county int not null,
  id uuid not null,
  category text not null,
  -- Township, 12 digits.
  division text not null,
  -- The coming month: first and last day.
  season_from date not null,
  season_to date not null,
  -- What it rests on: [{"month": "2025-07", "count": 14}], and the mean of the other months.
  years jsonb not null,
  usual numeric not null,
  proposed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'taken', 'declined')),
  decided_by uuid,
  decided_at timestamptz,
  reason text not null default '',
  -- The finding it became.
  matter uuid,
  primary key (county, id),
  constraint proposals_once unique (county, category, division, season_from),
  constraint proposals_days_in_order check (season_to >= season_from),
  constraint proposals_decided_whole check ((state = 'open') = (decided_at is null)),
  constraint proposals_taken_whole check ((state = 'taken') = (matter is not null))
);
select place_by_county('proposals');
create index proposals_by_state on proposals (county, state, season_from);
alter table proposals enable row level security;
create policy own_county on proposals
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (state, decided_by, decided_at, reason, matter) on proposals to linli_app;
