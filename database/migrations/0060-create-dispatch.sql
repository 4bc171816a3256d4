-- matters/dispatch: who is responsible (duty list, township list), who was given what, and what was asked and decided
-- about it. Days are half open: a row holds from valid_from up to, not on, valid_to.

-- Duty list 职责清单: category × place → lead and assisting offices, with the legal basis and, where the law sets one,
-- a limit. `id` is the county's own number of the item. A changed item is ended and goes on as a new version.
create table duty_items (
  county int not null,
  id text not null,
  item text not null,
  category text not null,
  -- Division code; null for the whole county.
  division text,
  lead_office uuid not null,
  assisting uuid[] not null default '{}',
  legal_basis text not null check (legal_basis <> ''),
  limit_unit text check (limit_unit in ('urgentHour', 'workingHour', 'workingDay', 'naturalDay')),
  limit_amount numeric check (limit_amount > 0),
  valid_from date not null,
  valid_to date,
  note text not null default '',
  -- Who entered and who ended it; null for the house itself (an import).
  entered_by uuid,
  entered_at timestamptz not null,
  ended_by uuid,
  primary key (county, id, valid_from),
  constraint duty_items_days_in_order check (valid_to >= valid_from),
  constraint duty_items_limit_whole check ((limit_unit is null) = (limit_amount is null)),
  constraint duty_items_lead foreign key (county, lead_office) references offices (county, id)
);
select place_by_county('duty_items');
create index duty_items_by_category on duty_items (county, category);
alter table duty_items enable row level security;
create policy own_county on duty_items
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (valid_to, ended_by) on duty_items to linli_app;

-- Township list 乡镇（街道）履行职责事项清单: basic duties, duties it only cooperates in, and those departments took back.
-- A row of a village or community is an item of the community's own list.
create table township_items (
  county int not null,
  division text not null,
  item text not null,
  category text,
  kind text not null check (kind in ('basic', 'cooperating', 'takenBack')),
  -- The department responsible; every item that is not the township's own names one.
  department uuid,
  department_duty text not null default '',
  township_duty text not null default '',
  legal_basis text not null check (legal_basis <> ''),
  valid_from date not null,
  valid_to date,
  entered_by uuid,
  entered_at timestamptz not null,
  ended_by uuid,
  primary key (county, division, item, valid_from),
  constraint township_items_days_in_order check (valid_to >= valid_from),
  constraint township_items_department_named check (kind = 'basic' or department is not null),
  constraint township_items_department foreign key (county, department) references offices (county, id)
);
select place_by_county('township_items');
create index township_items_by_category on township_items (county, category);
alter table township_items enable row level security;
create policy own_county on township_items
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (valid_to, ended_by) on township_items to linli_app;

-- Who was given a matter in which round. A confirmed wrong dispatch ends a round; the next begins with redispatch.
create table assignments (
  county int not null,
  matter uuid not null,
  round int not null check (round > 0),
  office uuid not null,
  role text not null check (role in ('lead', 'assisting')),
  -- Item of the duty list it rests on; null where the dispatcher gave another basis.
  item text,
  basis text not null check (basis <> ''),
  dispatched_at timestamptz not null,
  sign_due timestamptz not null,
  returned_at timestamptz,
  primary key (county, matter, round, office),
  constraint assignments_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('assignments');
create unique index assignments_one_lead on assignments (county, matter, round) where role = 'lead';
create index assignments_by_office on assignments (county, office, dispatched_at desc);
alter table assignments enable row level security;
create policy own_county on assignments
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (returned_at) on assignments to linli_app;

-- Consultations 会商 before the dispatch of a hard case.
create table consultations (
  county int not null,
  id uuid not null,
  matter uuid not null,
  question text not null,
  offices uuid[] not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  conclusion text,
  -- [{"office": uuid, "opinion": text}]
  opinions jsonb not null default '[]',
  concluded_by uuid,
  concluded_at timestamptz,
  primary key (county, id),
  constraint consultations_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('consultations');
create index consultations_by_matter on consultations (county, matter, asked_at);
alter table consultations enable row level security;
create policy own_county on consultations
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (conclusion, opinions, concluded_by, concluded_at) on consultations to linli_app;

-- Objections 派单异议 and their decision, which is final.
create table objections (
  county int not null,
  id uuid not null,
  matter uuid not null,
  round int not null,
  office uuid not null,
  reason text not null,
  -- The office the objecting one holds responsible.
  wanted_office uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decision text check (decision in ('upheld', 'rejected')),
  decision_reason text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (county, id),
  constraint objections_of_matter foreign key (county, matter) references matters (county, id),
  constraint objections_decided_whole check ((decision is null) = (decided_at is null))
);
select place_by_county('objections');
create index objections_by_matter on objections (county, matter, asked_at);
alter table objections enable row level security;
create policy own_county on objections
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (decision, decision_reason, decided_by, decided_at) on objections to linli_app;

-- Extensions 延期. `amount` counts units of the county's rule limit.extension.
create table extensions (
  county int not null,
  id uuid not null,
  matter uuid not null,
  clock text not null check (clock in ('completion', 'rework')),
  reason text not null,
  unit text not null check (unit in ('urgentHour', 'workingHour', 'workingDay', 'naturalDay')),
  amount numeric not null check (amount > 0),
  office uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_before timestamptz not null,
  decision text check (decision in ('granted', 'refused')),
  decision_reason text,
  granted_amount numeric,
  due_after timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  -- When reason and new due moment were put where the resident reads them: with the decision itself.
  told_at timestamptz,
  primary key (county, id),
  constraint extensions_of_matter foreign key (county, matter) references matters (county, id),
  constraint extensions_decided_whole check ((decision is null) = (decided_at is null)),
  constraint extensions_granted_whole check ((granted_amount is not null) = (decision is not distinct from 'granted'))
);
select place_by_county('extensions');
create index extensions_by_matter on extensions (county, matter, asked_at);
alter table extensions enable row level security;
create policy own_county on extensions
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (decision, decision_reason, granted_amount, due_after, decided_by, decided_at, told_at)
  on extensions to linli_app;

-- Suspensions 挂账: reason, approver and a day to wake up on, or it becomes a way to cheat (trap 12).
create table suspensions (
  county int not null,
  id uuid not null,
  matter uuid not null,
  kind text not null check (kind in ('engineering', 'seasonal', 'other')),
  reason text not null,
  approver uuid not null,
  started_at timestamptz not null,
  wake_on date not null,
  woken_at timestamptz,
  -- Null when the house woke it on its day.
  woken_by uuid,
  primary key (county, id),
  constraint suspensions_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('suspensions');
create index suspensions_by_matter on suspensions (county, matter, started_at);
create index suspensions_to_wake on suspensions (county, wake_on, id) where woken_at is null;
alter table suspensions enable row level security;
create policy own_county on suspensions
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (woken_at, woken_by) on suspensions to linli_app;
