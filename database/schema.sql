-- The whole shape of the store on one page, written from the catalogs of a migrated database.
-- Compared by tests/schema.test.ts on PostgreSQL 15 and 18; LINLI_WRITE_SCHEMA=1 writes it anew.
-- For reading: what makes the store is database/migrations.

CREATE OR REPLACE FUNCTION place_by_county(rel regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select 1 from pg_extension where extname = 'citus') then
    perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
    execute format('select create_distributed_table(%L, %L, colocate_with => %L)', rel, 'county',
      case when rel = 'counters'::regclass then 'none' else 'counters' end);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION place_everywhere(rel regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select 1 from pg_extension where extname = 'citus') then
    perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
    execute format('select create_reference_table(%L)', rel);
  end if;
end $function$;

create table accounts (
  login text not null,
  county integer not null,
  officer uuid not null,
  password_hash text not null,
  password_set_at timestamptz not null,
  provisional boolean not null,
  failures integer not null default 0,
  locked_until timestamptz,
  totp_secret bytea,
  totp_pending bytea,
  totp_step bigint,
  constraint accounts_pkey PRIMARY KEY (login),
  constraint accounts_officer_once UNIQUE (county, officer),
  constraint accounts_login_check CHECK ((login = lower(login)))
);
grant insert, select on accounts to linli_app;
grant update (failures, locked_until, password_hash, password_set_at, provisional, totp_pending, totp_secret, totp_step) on accounts to linli_app;

create table area_editions (
  county integer not null,
  edition uuid not null,
  constraint area_editions_pkey PRIMARY KEY (county)
);
alter table area_editions enable row level security;
create policy own_county on area_editions
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on area_editions to linli_app;
grant update (edition) on area_editions to linli_app;

create table areas (
  county integer not null,
  id uuid not null,
  kind text not null,
  scheme text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  min_lon double precision not null,
  min_lat double precision not null,
  max_lon double precision not null,
  max_lat double precision not null,
  geometry jsonb not null,
  datum text not null,
  source text not null,
  constraint areas_pkey PRIMARY KEY (county, id),
  constraint areas_once UNIQUE (county, kind, scheme, code, valid_from),
  constraint areas_datum_check CHECK ((datum = ANY (ARRAY['WGS84'::text, 'GCJ02'::text, 'CGCS2000'::text]))),
  constraint areas_days_in_order CHECK ((valid_to > valid_from)),
  constraint areas_kind_check CHECK ((kind = ANY (ARRAY['division'::text, 'grid'::text])))
);
alter table areas enable row level security;
create policy own_county on areas
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on areas to linli_app;
grant update (datum, geometry, max_lat, max_lon, min_lat, min_lon, source, valid_to) on areas to linli_app;

create table article_uses (
  county integer not null,
  matter uuid not null,
  seq integer not null,
  article uuid not null,
  edition integer not null,
  act text not null,
  at timestamptz not null,
  constraint article_uses_pkey PRIMARY KEY (county, matter, seq),
  constraint article_uses_edition FOREIGN KEY (county, article, edition) REFERENCES articles(county, id, edition),
  constraint article_uses_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id)
);
create index article_uses_by_article ON article_uses USING btree (county, article, at DESC);
alter table article_uses enable row level security;
create policy own_county on article_uses
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on article_uses to linli_app;

create table articles (
  county integer not null,
  id uuid not null,
  edition integer not null,
  title text not null,
  questions text[] not null default '{}'::text[],
  answer text not null,
  category text,
  citation text not null,
  valid_from date not null,
  valid_to date,
  published_by uuid,
  published_at timestamptz not null,
  act_id uuid not null,
  ended_by uuid,
  ended_why text not null default ''::text,
  search tsvector not null,
  constraint articles_pkey PRIMARY KEY (county, id, edition),
  constraint articles_act_once UNIQUE (county, act_id),
  constraint articles_answer_check CHECK ((answer <> ''::text)),
  constraint articles_citation_check CHECK ((citation <> ''::text)),
  constraint articles_days_in_order CHECK ((valid_to >= valid_from)),
  constraint articles_edition_check CHECK ((edition > 0)),
  constraint articles_title_check CHECK ((title <> ''::text))
);
create index articles_by_title ON articles USING btree (county, title, id);
create index articles_search ON articles USING gin (search) WITH (fastupdate='on');
alter table articles enable row level security;
create policy own_county on articles
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on articles to linli_app;
grant update (ended_by, ended_why, valid_to) on articles to linli_app;

create table assignments (
  county integer not null,
  matter uuid not null,
  round integer not null,
  office uuid not null,
  role text not null,
  item text,
  basis text not null,
  dispatched_at timestamptz not null,
  sign_due timestamptz not null,
  returned_at timestamptz,
  constraint assignments_pkey PRIMARY KEY (county, matter, round, office),
  constraint assignments_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint assignments_basis_check CHECK ((basis <> ''::text)),
  constraint assignments_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'assisting'::text]))),
  constraint assignments_round_check CHECK ((round > 0))
);
create index assignments_by_office ON assignments USING btree (county, office, dispatched_at DESC);
create unique index assignments_one_lead ON assignments USING btree (county, matter, round) WHERE (role = 'lead'::text);
alter table assignments enable row level security;
create policy own_county on assignments
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on assignments to linli_app;
grant update (returned_at) on assignments to linli_app;

create table assist_answers (
  county integer not null,
  matter uuid not null,
  seq integer not null,
  at timestamptz not null,
  office uuid not null,
  answer text not null,
  constraint assist_answers_pkey PRIMARY KEY (county, matter, seq),
  constraint assist_answers_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id)
);
create index assist_answers_by_office ON assist_answers USING btree (county, office, at DESC);
alter table assist_answers enable row level security;
create policy own_county on assist_answers
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on assist_answers to linli_app;

create table audit_log (
  id uuid not null,
  county integer,
  at timestamptz not null,
  person uuid,
  what text not null,
  detail jsonb not null,
  address text,
  constraint audit_log_pkey PRIMARY KEY (id)
);
create index audit_log_by_time ON audit_log USING btree (county, at DESC, id DESC);
alter table audit_log enable row level security;
create policy anybody_adds on audit_log
  for insert
  with check (true);
create policy own_county on audit_log
  for select
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on audit_log to linli_app;

create table callbacks (
  county integer not null,
  matter uuid not null,
  seq integer not null,
  round integer not null,
  at timestamptz not null,
  reached boolean not null,
  solved boolean,
  grade text,
  words text not null,
  outside_hours boolean not null,
  called_by uuid,
  office uuid,
  constraint callbacks_pkey PRIMARY KEY (county, matter, seq),
  constraint callbacks_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint callbacks_answer_when_reached CHECK ((reached OR ((solved IS NULL) AND (grade IS NULL)))),
  constraint callbacks_grade_check CHECK ((grade = ANY (ARRAY['verySatisfied'::text, 'satisfied'::text, 'basicallySatisfied'::text, 'dissatisfied'::text, 'veryDissatisfied'::text]))),
  constraint callbacks_round_check CHECK ((round > 0))
);
alter table callbacks enable row level security;
create policy own_county on callbacks
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on callbacks to linli_app;

create table categories (
  county integer not null,
  code text not null,
  parent text,
  name text not null,
  name_en text not null,
  synonyms text[] not null default '{}'::text[],
  urgency text not null default 'general'::text,
  valid_from date not null,
  valid_to date,
  constraint categories_pkey PRIMARY KEY (county, code),
  constraint categories_urgency_check CHECK ((urgency = ANY (ARRAY['urgent'::text, 'lifeline'::text, 'general'::text, 'complex'::text])))
);
alter table categories enable row level security;
create policy own_county on categories
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on categories to linli_app;
grant update (name, name_en, synonyms, urgency, valid_to) on categories to linli_app;

create table checks (
  county integer not null,
  matter uuid not null,
  seq integer not null,
  round integer not null,
  result text not null,
  note text not null,
  checked_by uuid,
  office uuid,
  at timestamptz not null,
  constraint checks_pkey PRIMARY KEY (county, matter, seq),
  constraint checks_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint checks_result_check CHECK ((result = ANY (ARRAY['passed'::text, 'failed'::text, 'unclear'::text]))),
  constraint checks_round_check CHECK ((round > 0))
);
alter table checks enable row level security;
create policy own_county on checks
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on checks to linli_app;

create table clocks (
  county integer not null,
  matter uuid not null,
  name text not null,
  rule text not null,
  unit text not null,
  amount numeric not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  paused_at timestamptz,
  stopped_at timestamptz,
  first_due_at timestamptz not null,
  constraint clocks_pkey PRIMARY KEY (county, matter, name),
  constraint clocks_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint clocks_unit_check CHECK ((unit = ANY (ARRAY['urgentHour'::text, 'workingHour'::text, 'workingDay'::text, 'naturalDay'::text])))
);
create index clocks_by_due ON clocks USING btree (county, due_at) INCLUDE (matter) WHERE (name = 'completion'::text);
alter table clocks enable row level security;
create policy own_county on clocks
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on clocks to linli_app;
grant update (amount, due_at, first_due_at, paused_at, rule, started_at, stopped_at, unit) on clocks to linli_app;

create table consultations (
  county integer not null,
  id uuid not null,
  matter uuid not null,
  question text not null,
  offices uuid[] not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  conclusion text,
  opinions jsonb not null default '[]'::jsonb,
  concluded_by uuid,
  concluded_at timestamptz,
  constraint consultations_pkey PRIMARY KEY (county, id),
  constraint consultations_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id)
);
create index consultations_by_matter ON consultations USING btree (county, matter, asked_at);
alter table consultations enable row level security;
create policy own_county on consultations
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on consultations to linli_app;
grant update (concluded_at, concluded_by, conclusion, opinions) on consultations to linli_app;

create table contacts (
  county integer not null,
  matter uuid not null,
  seq integer not null,
  at timestamptz not null,
  office uuid not null,
  how text not null,
  reached boolean not null,
  note text not null default ''::text,
  constraint contacts_pkey PRIMARY KEY (county, matter, seq),
  constraint contacts_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint contacts_how_check CHECK ((how = ANY (ARRAY['phone'::text, 'visit'::text, 'message'::text])))
);
alter table contacts enable row level security;
create policy own_county on contacts
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on contacts to linli_app;

create table counters (
  county integer not null,
  name text not null,
  value bigint not null,
  constraint counters_pkey PRIMARY KEY (county, name)
);
alter table counters enable row level security;
create policy own_county on counters
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on counters to linli_app;
grant update (value) on counters to linli_app;

create table counties (
  county integer not null,
  code text not null,
  name text not null,
  name_en text not null,
  desk_phone text not null,
  time_zone text not null default 'Asia/Shanghai'::text,
  invented boolean not null default false,
  outline jsonb,
  constraint counties_pkey PRIMARY KEY (county),
  constraint counties_county_check CHECK ((county > 0))
);
grant select on counties to linli_app;

create table delegations (
  county integer not null,
  id uuid not null,
  from_officer uuid not null,
  to_officer uuid not null,
  post uuid not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  reason text not null,
  withdrawn_at timestamptz,
  constraint delegations_pkey PRIMARY KEY (county, id),
  constraint delegations_from FOREIGN KEY (county, from_officer) REFERENCES officers(county, id),
  constraint delegations_post FOREIGN KEY (county, post) REFERENCES posts(county, id),
  constraint delegations_to FOREIGN KEY (county, to_officer) REFERENCES officers(county, id),
  constraint delegations_check CHECK ((to_officer <> from_officer)),
  constraint delegations_check1 CHECK ((valid_to > valid_from))
);
create index delegations_by_giver ON delegations USING btree (county, from_officer, valid_to);
create index delegations_by_receiver ON delegations USING btree (county, to_officer, valid_to);
alter table delegations enable row level security;
create policy own_county on delegations
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on delegations to linli_app;
grant update (withdrawn_at) on delegations to linli_app;

create table divisions (
  code text not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  level text not null,
  parent text,
  kind text,
  successors text[] not null default '{}'::text[],
  constraint divisions_pkey PRIMARY KEY (code, valid_from),
  constraint divisions_days_in_order CHECK ((valid_to > valid_from)),
  constraint divisions_level_check CHECK ((level = ANY (ARRAY['province'::text, 'prefecture'::text, 'county'::text, 'township'::text, 'village'::text])))
);
create index divisions_by_parent ON divisions USING btree (parent, code);
grant insert, select on divisions to linli_app;
grant update (name, successors, valid_to) on divisions to linli_app;

create table duty_items (
  county integer not null,
  id text not null,
  item text not null,
  category text not null,
  division text,
  lead_office uuid not null,
  assisting uuid[] not null default '{}'::uuid[],
  legal_basis text not null,
  limit_unit text,
  limit_amount numeric,
  valid_from date not null,
  valid_to date,
  note text not null default ''::text,
  entered_by uuid,
  entered_at timestamptz not null,
  ended_by uuid,
  constraint duty_items_pkey PRIMARY KEY (county, id, valid_from),
  constraint duty_items_lead FOREIGN KEY (county, lead_office) REFERENCES offices(county, id),
  constraint duty_items_days_in_order CHECK ((valid_to >= valid_from)),
  constraint duty_items_legal_basis_check CHECK ((legal_basis <> ''::text)),
  constraint duty_items_limit_amount_check CHECK ((limit_amount > (0)::numeric)),
  constraint duty_items_limit_unit_check CHECK ((limit_unit = ANY (ARRAY['urgentHour'::text, 'workingHour'::text, 'workingDay'::text, 'naturalDay'::text]))),
  constraint duty_items_limit_whole CHECK (((limit_unit IS NULL) = (limit_amount IS NULL)))
);
create index duty_items_by_category ON duty_items USING btree (county, category);
alter table duty_items enable row level security;
create policy own_county on duty_items
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on duty_items to linli_app;
grant update (ended_by, valid_to) on duty_items to linli_app;

create table events (
  county integer not null,
  matter uuid not null,
  seq integer not null,
  id uuid not null,
  act_id uuid not null,
  at timestamptz not null,
  act text not null,
  branch text,
  actor_kind text not null,
  person uuid,
  post uuid,
  office uuid,
  behalf_of uuid,
  state text not null,
  body jsonb not null,
  shown jsonb,
  audience text not null,
  answer jsonb not null,
  constraint events_pkey PRIMARY KEY (county, matter, seq),
  constraint events_act_once UNIQUE (county, act_id),
  constraint events_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['officer'::text, 'resident'::text, 'receipt'::text, 'public'::text, 'system'::text]))),
  constraint events_audience_check CHECK ((audience = ANY (ARRAY['inside'::text, 'resident'::text, 'public'::text])))
);
create index events_by_time ON events USING btree (county, at, id);
create index events_for_rates ON events USING btree (county, matter) WHERE (act = ANY (ARRAY['rework'::text, 'reopen'::text, 'refuse'::text, 'answer'::text, 'withdraw'::text, 'contact'::text, 'suspend'::text, 'close'::text]));
alter table events enable row level security;
create policy own_county on events
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on events to linli_app;

create table exclusions (
  county integer not null,
  matter uuid not null,
  indicator text not null,
  reason text not null,
  words text not null,
  asked_by uuid,
  approver uuid,
  approver_office uuid,
  at timestamptz not null,
  constraint exclusions_pkey PRIMARY KEY (county, matter, indicator),
  constraint exclusions_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint exclusions_indicator_check CHECK ((indicator = ANY (ARRAY['response'::text, 'solution'::text, 'satisfaction'::text])))
);
alter table exclusions enable row level security;
create policy own_county on exclusions
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on exclusions to linli_app;

create table extensions (
  county integer not null,
  id uuid not null,
  matter uuid not null,
  clock text not null,
  reason text not null,
  unit text not null,
  amount numeric not null,
  office uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_before timestamptz not null,
  decision text,
  decision_reason text,
  granted_amount numeric,
  due_after timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  told_at timestamptz,
  constraint extensions_pkey PRIMARY KEY (county, id),
  constraint extensions_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint extensions_amount_check CHECK ((amount > (0)::numeric)),
  constraint extensions_clock_check CHECK ((clock = ANY (ARRAY['completion'::text, 'rework'::text]))),
  constraint extensions_decided_whole CHECK (((decision IS NULL) = (decided_at IS NULL))),
  constraint extensions_decision_check CHECK ((decision = ANY (ARRAY['granted'::text, 'refused'::text]))),
  constraint extensions_granted_whole CHECK (((granted_amount IS NOT NULL) = (NOT (decision IS DISTINCT FROM 'granted'::text)))),
  constraint extensions_unit_check CHECK ((unit = ANY (ARRAY['urgentHour'::text, 'workingHour'::text, 'workingDay'::text, 'naturalDay'::text])))
);
create index extensions_by_matter ON extensions USING btree (county, matter, asked_at);
alter table extensions enable row level security;
create policy own_county on extensions
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on extensions to linli_app;
grant update (decided_at, decided_by, decision, decision_reason, due_after, granted_amount, told_at) on extensions to linli_app;

create table feedbacks (
  county integer not null,
  matter uuid not null,
  seq integer not null,
  at timestamptz not null,
  office uuid not null,
  outcome text not null,
  reply text not null,
  basis text not null default ''::text,
  next_step text not null default ''::text,
  promised_day date,
  on_spot boolean not null default false,
  constraint feedbacks_pkey PRIMARY KEY (county, matter, seq),
  constraint feedbacks_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint feedbacks_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'partly'::text, 'cannot'::text]))),
  constraint feedbacks_promise CHECK (((outcome <> 'cannot'::text) OR ((promised_day IS NOT NULL) AND (next_step <> ''::text))))
);
create index feedbacks_promised ON feedbacks USING btree (county, promised_day) WHERE (promised_day IS NOT NULL);
alter table feedbacks enable row level security;
create policy own_county on feedbacks
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on feedbacks to linli_app;

create table grids (
  county integer not null,
  scheme text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  parent_division text,
  worker text,
  worker_phone text,
  supervision_phone text,
  constraint grids_pkey PRIMARY KEY (county, scheme, code, valid_from),
  constraint grids_days_in_order CHECK ((valid_to > valid_from))
);
create index grids_by_division ON grids USING btree (county, parent_division);
alter table grids enable row level security;
create policy own_county on grids
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on grids to linli_app;
grant update (name, parent_division, supervision_phone, valid_to, worker, worker_phone) on grids to linli_app;

create table holidays (
  region text not null,
  day date not null,
  kind text not null,
  name text not null,
  citation text not null,
  constraint holidays_pkey PRIMARY KEY (region, day),
  constraint holidays_kind_known CHECK ((kind = ANY (ARRAY['off'::text, 'work'::text])))
);
grant insert, select on holidays to linli_app;
grant update (citation, kind, name) on holidays to linli_app;

create table hot_issues (
  county integer not null,
  id uuid not null,
  title text not null,
  place text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  agreement double precision not null,
  named boolean not null default false,
  held boolean not null default false,
  lead_office uuid,
  theme_month date,
  gone boolean not null default false,
  changed_at timestamptz not null,
  constraint hot_issues_pkey PRIMARY KEY (county, id),
  constraint hot_issues_lead FOREIGN KEY (county, lead_office) REFERENCES offices(county, id),
  constraint hot_issues_agreement_check CHECK (((agreement >= (0)::double precision) AND (agreement <= (1)::double precision))),
  constraint hot_issues_theme_whole CHECK (((lead_office IS NULL) = (theme_month IS NULL)))
);
create index hot_issues_by_last ON hot_issues USING btree (county, last_at DESC) WHERE (NOT gone);
alter table hot_issues enable row level security;
create policy own_county on hot_issues
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on hot_issues to linli_app;
grant update (agreement, changed_at, first_at, gone, held, last_at, lead_office, named, place, theme_month, title) on hot_issues to linli_app;

create table hot_members (
  county integer not null,
  matter uuid not null,
  issue uuid not null,
  fixed boolean not null default false,
  changed_at timestamptz not null,
  constraint hot_members_pkey PRIMARY KEY (county, matter),
  constraint hot_members_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id)
);
create index hot_members_by_change ON hot_members USING btree (county, changed_at);
create index hot_members_by_issue ON hot_members USING btree (county, issue);
alter table hot_members enable row level security;
create policy own_county on hot_members
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on hot_members to linli_app;
grant update (changed_at, fixed, issue) on hot_members to linli_app;

create table identities (
  county integer not null,
  matter uuid not null,
  sealed bytea not null,
  phone_hash bytea,
  constraint identities_pkey PRIMARY KEY (county, matter),
  constraint identities_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id)
);
create index identities_by_phone ON identities USING btree (county, phone_hash) WHERE (phone_hash IS NOT NULL);
alter table identities enable row level security;
create policy own_county on identities
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant delete, insert, select on identities to linli_app;

create table joins (
  county integer not null,
  id uuid not null,
  matter uuid not null,
  resident uuid,
  sealed_phone bytea,
  phone_hash bytea,
  secret_hash bytea,
  joined_at timestamptz not null,
  constraint joins_pkey PRIMARY KEY (county, id),
  constraint joins_once UNIQUE (county, matter, resident),
  constraint joins_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint joins_known CHECK (((resident IS NOT NULL) OR ((phone_hash IS NOT NULL) AND (secret_hash IS NOT NULL))))
);
create index joins_by_resident ON joins USING btree (county, resident) WHERE (resident IS NOT NULL);
alter table joins enable row level security;
create policy own_county on joins
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant delete, insert, select on joins to linli_app;

create table judgements (
  county integer not null,
  matter uuid not null,
  seq integer not null,
  category text not null,
  type text,
  urgency text not null,
  channel text not null,
  responsible_office uuid,
  duty_item text,
  basis text not null,
  risk text not null,
  duplicate_of uuid,
  suggested jsonb not null,
  chosen jsonb not null,
  judged_by uuid,
  judged_at timestamptz not null,
  constraint judgements_pkey PRIMARY KEY (county, matter, seq),
  constraint judgements_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint judgements_channel_check CHECK ((channel = ANY (ARRAY['order'::text, 'emergency'::text, 'court'::text, 'arbitration'::text, 'discipline'::text, 'reconsideration'::text, 'petition'::text, 'disclosure'::text, 'mediation'::text]))),
  constraint judgements_type_check CHECK ((type = ANY (ARRAY['consultation'::text, 'help'::text, 'complaint'::text, 'report'::text, 'suggestion'::text]))),
  constraint judgements_urgency_check CHECK ((urgency = ANY (ARRAY['urgent'::text, 'lifeline'::text, 'general'::text, 'complex'::text])))
);
alter table judgements enable row level security;
create policy own_county on judgements
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on judgements to linli_app;

create table matter_files (
  county integer not null,
  matter uuid not null,
  hash text not null,
  seq integer not null,
  stage text not null,
  type text not null,
  size integer not null,
  at timestamptz not null,
  audience text not null,
  constraint matter_files_pkey PRIMARY KEY (county, matter, hash),
  constraint matter_files_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint matter_files_audience_check CHECK ((audience = ANY (ARRAY['inside'::text, 'resident'::text, 'public'::text]))),
  constraint matter_files_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint matter_files_stage_check CHECK ((stage = ANY (ARRAY['report'::text, 'supplement'::text, 'before'::text, 'after'::text, 'evidence'::text])))
);
alter table matter_files enable row level security;
create policy own_county on matter_files
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on matter_files to linli_app;

create table matter_words (
  county integer not null,
  matter uuid not null,
  received_at timestamptz not null,
  search tsvector not null,
  constraint matter_words_pkey PRIMARY KEY (county, matter),
  constraint matter_words_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id)
);
create index matter_words_by_received ON matter_words USING btree (county, received_at DESC, matter DESC);
create index matter_words_search ON matter_words USING gin (search) WITH (gin_pending_list_limit='256');
alter table matter_words enable row level security;
create policy own_county on matter_words
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert on matter_words to linli_app;
grant select (county, matter) on matter_words to linli_app;
grant update (search) on matter_words to linli_app;

create table matters (
  county integer not null,
  id uuid not null,
  number text not null,
  kind text not null,
  procedure integer not null,
  state text not null,
  flags text[] not null default '{}'::text[],
  version integer not null,
  title text not null,
  words text not null,
  public_title text not null,
  public_words text not null,
  channel text not null,
  type text,
  category text,
  urgency text not null default 'general'::text,
  division text,
  grid text,
  place_text text not null default ''::text,
  lon double precision,
  lat double precision,
  datum text,
  happened_at timestamptz,
  received_at timestamptz not null,
  confidential boolean not null,
  reply_wanted boolean not null,
  published boolean not null default false,
  reporter uuid,
  recorded_by uuid,
  lead_office uuid,
  offices uuid[] not null default '{}'::uuid[],
  consulted uuid[] not null default '{}'::uuid[],
  shut_out uuid[] not null default '{}'::uuid[],
  duplicate_of uuid,
  due_at timestamptz,
  closed_at timestamptz,
  source text,
  source_number text,
  constraint matters_pkey PRIMARY KEY (county, id),
  constraint matters_number_once UNIQUE (county, number),
  constraint matters_datum_check CHECK ((datum = ANY (ARRAY['WGS84'::text, 'GCJ02'::text, 'CGCS2000'::text]))),
  constraint matters_kind_check CHECK ((kind = ANY (ARRAY['request'::text, 'finding'::text]))),
  constraint matters_state_check CHECK ((state = ANY (ARRAY['reported'::text, 'accepted'::text, 'judged'::text, 'dispatched'::text, 'handling'::text, 'fedBack'::text, 'checked'::text, 'closed'::text, 'archived'::text, 'refused'::text, 'answered'::text, 'cancelled'::text]))),
  constraint matters_type_check CHECK ((type = ANY (ARRAY['consultation'::text, 'help'::text, 'complaint'::text, 'report'::text, 'suggestion'::text]))),
  constraint matters_urgency_check CHECK ((urgency = ANY (ARRAY['urgent'::text, 'lifeline'::text, 'general'::text, 'complex'::text])))
);
create index matters_by_category ON matters USING btree (county, category, received_at DESC, id DESC);
create index matters_by_duplicate ON matters USING btree (county, duplicate_of) WHERE (duplicate_of IS NOT NULL);
create index matters_by_office ON matters USING gin (offices) WITH (fastupdate='on');
create index matters_by_place ON matters USING btree (county, division, received_at DESC, id DESC);
create index matters_by_received ON matters USING btree (county, received_at DESC, id DESC);
create index matters_by_recorder ON matters USING btree (county, recorded_by, received_at DESC) WHERE (recorded_by IS NOT NULL);
create index matters_by_reporter ON matters USING btree (county, reporter, received_at DESC) WHERE (reporter IS NOT NULL);
create index matters_consulted ON matters USING gin (consulted) WITH (fastupdate='on') WHERE (consulted <> '{}'::uuid[]);
create index matters_imported ON matters USING btree (county, received_at) WHERE (channel = 'import'::text);
create index matters_open_by_due ON matters USING btree (county, due_at, id) WHERE ((closed_at IS NULL) AND (due_at IS NOT NULL));
create index matters_open_by_lead ON matters USING btree (county, lead_office, state) WHERE (closed_at IS NULL);
create index matters_open_by_state ON matters USING btree (county, state, received_at, id) WHERE (closed_at IS NULL);
create index matters_open_flagged ON matters USING btree (county, due_at, id) WHERE ((closed_at IS NULL) AND (flags <> '{}'::text[]));
create index matters_open_shared ON matters USING gin (offices) WITH (fastupdate='on') WHERE ((closed_at IS NULL) AND (cardinality(offices) > 1));
create unique index matters_source_once ON matters USING btree (county, source, source_number) WHERE (source IS NOT NULL);
create index matters_to_archive ON matters USING btree (county, closed_at, id) WHERE (state = ANY (ARRAY['closed'::text, 'answered'::text, 'refused'::text, 'cancelled'::text]));
alter table matters enable row level security;
create policy guard_open on matters
  for insert
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
create policy guard_read on matters
  for select
  using (((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer) AND
CASE current_setting('app.reach'::text, true)
    WHEN 'county'::text THEN (NOT (shut_out && (current_setting('app.parties'::text, true))::uuid[]))
    WHEN 'office'::text THEN (((offices && (current_setting('app.parties'::text, true))::uuid[]) OR (consulted && (current_setting('app.parties'::text, true))::uuid[]) OR (recorded_by = ANY ((current_setting('app.parties'::text, true))::uuid[]))) AND (NOT (shut_out && (current_setting('app.parties'::text, true))::uuid[])))
    WHEN 'resident'::text THEN (reporter = ANY ((current_setting('app.parties'::text, true))::uuid[]))
    WHEN 'receipt'::text THEN (id = ANY ((current_setting('app.parties'::text, true))::uuid[]))
    WHEN 'public'::text THEN published
    WHEN 'system'::text THEN true
    ELSE false
END));
create policy guard_write on matters
  for update
  using (((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer) AND (current_setting('app.reach'::text, true) <> 'public'::text)))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on matters to linli_app;
grant update (category, closed_at, confidential, consulted, datum, division, due_at, duplicate_of, flags, grid, happened_at, lat, lead_office, lon, offices, place_text, public_title, public_words, published, reply_wanted, shut_out, state, title, type, urgency, version, words) on matters to linli_app;

create table migrations (
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);

create table models (
  county integer not null,
  task text not null,
  version integer not null,
  matters integer not null,
  left_out integer not null,
  categories integer not null,
  received_from timestamptz,
  received_until timestamptz,
  quality jsonb,
  before_version integer,
  before_quality jsonb,
  outcome text not null,
  trouble text,
  packed bytea,
  seconds real not null,
  made_at timestamptz not null,
  constraint models_pkey PRIMARY KEY (county, task, version),
  constraint models_outcome_check CHECK ((outcome = ANY (ARRAY['live'::text, 'notBetter'::text, 'unmeasured'::text, 'nothing'::text]))),
  constraint models_task_check CHECK ((task = ANY (ARRAY['category'::text, 'office'::text, 'reply'::text]))),
  constraint models_version_check CHECK ((version > 0))
);
alter table models enable row level security;
create policy own_county on models
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on models to linli_app;
grant update (packed) on models to linli_app;

create table objections (
  county integer not null,
  id uuid not null,
  matter uuid not null,
  round integer not null,
  office uuid not null,
  reason text not null,
  wanted_office uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decision text,
  decision_reason text,
  decided_by uuid,
  decided_at timestamptz,
  constraint objections_pkey PRIMARY KEY (county, id),
  constraint objections_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint objections_decided_whole CHECK (((decision IS NULL) = (decided_at IS NULL))),
  constraint objections_decision_check CHECK ((decision = ANY (ARRAY['upheld'::text, 'rejected'::text])))
);
create index objections_by_matter ON objections USING btree (county, matter, asked_at);
alter table objections enable row level security;
create policy own_county on objections
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on objections to linli_app;
grant update (decided_at, decided_by, decision, decision_reason) on objections to linli_app;

create table officers (
  county integer not null,
  id uuid not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  constraint officers_pkey PRIMARY KEY (county, id),
  constraint officers_check CHECK ((valid_to >= valid_from))
);
alter table officers enable row level security;
create policy own_county on officers
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on officers to linli_app;
grant update (valid_to) on officers to linli_app;

create table offices (
  county integer not null,
  id uuid not null,
  name text not null,
  name_en text not null,
  kind text not null,
  division text,
  parent uuid,
  valid_from date not null,
  valid_to date,
  successor uuid,
  phone text,
  duties text,
  constraint offices_pkey PRIMARY KEY (county, id),
  constraint offices_parent FOREIGN KEY (county, parent) REFERENCES offices(county, id),
  constraint offices_successor FOREIGN KEY (county, successor) REFERENCES offices(county, id),
  constraint offices_check CHECK ((valid_to >= valid_from)),
  constraint offices_kind_check CHECK ((kind = ANY (ARRAY['government'::text, 'street'::text, 'community'::text, 'committee'::text, 'party'::text, 'company'::text, 'association'::text, 'other'::text]))),
  constraint offices_successor_on_end CHECK (((successor IS NULL) OR ((valid_to IS NOT NULL) AND (successor <> id))))
);
create index offices_by_successor ON offices USING btree (county, successor) WHERE (successor IS NOT NULL);
alter table offices enable row level security;
create policy own_county on offices
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on offices to linli_app;
grant update (duties, parent, phone, successor, valid_to) on offices to linli_app;

create table phone_codes (
  county integer not null,
  phone_hash bytea not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  tries integer not null,
  sent integer not null,
  sent_since timestamptz not null,
  constraint phone_codes_pkey PRIMARY KEY (county, phone_hash)
);
create index phone_codes_by_age ON phone_codes USING btree (sent_since);
grant delete, insert, select on phone_codes to linli_app;
grant update (code_hash, made_at, sent, sent_since, tries) on phone_codes to linli_app;

create table post_holders (
  county integer not null,
  post uuid not null,
  officer uuid not null,
  valid_from date not null,
  valid_to date,
  constraint post_holders_pkey PRIMARY KEY (county, post, officer, valid_from),
  constraint post_holders_officer FOREIGN KEY (county, officer) REFERENCES officers(county, id),
  constraint post_holders_post FOREIGN KEY (county, post) REFERENCES posts(county, id),
  constraint post_holders_check CHECK ((valid_to >= valid_from))
);
create index post_holders_by_officer ON post_holders USING btree (county, officer);
alter table post_holders enable row level security;
create policy own_county on post_holders
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on post_holders to linli_app;
grant update (valid_to) on post_holders to linli_app;

create table posts (
  county integer not null,
  id uuid not null,
  office uuid not null,
  kind text not null,
  title text not null,
  division text,
  valid_from date not null,
  valid_to date,
  constraint posts_pkey PRIMARY KEY (county, id),
  constraint posts_office FOREIGN KEY (county, office) REFERENCES offices(county, id),
  constraint posts_check CHECK ((valid_to >= valid_from)),
  constraint posts_kind_check CHECK ((kind = ANY (ARRAY['operator'::text, 'dispatcher'::text, 'handler'::text, 'chief'::text, 'checker'::text, 'leader'::text, 'gridWorker'::text, 'systemAdmin'::text, 'securityAdmin'::text, 'auditAdmin'::text])))
);
create index posts_by_office ON posts USING btree (county, office);
alter table posts enable row level security;
create policy own_county on posts
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on posts to linli_app;
grant update (valid_to) on posts to linli_app;

create table proposals (
  county integer not null,
  id uuid not null,
  category text not null,
  division text not null,
  season_from date not null,
  season_to date not null,
  years jsonb not null,
  usual numeric not null,
  proposed_at timestamptz not null,
  state text not null default 'open'::text,
  decided_by uuid,
  decided_at timestamptz,
  reason text not null default ''::text,
  matter uuid,
  constraint proposals_pkey PRIMARY KEY (county, id),
  constraint proposals_once UNIQUE (county, category, division, season_from),
  constraint proposals_days_in_order CHECK ((season_to >= season_from)),
  constraint proposals_decided_whole CHECK (((state = 'open'::text) = (decided_at IS NULL))),
  constraint proposals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'taken'::text, 'declined'::text]))),
  constraint proposals_taken_whole CHECK (((state = 'taken'::text) = (matter IS NOT NULL)))
);
create index proposals_by_state ON proposals USING btree (county, state, season_from);
alter table proposals enable row level security;
create policy own_county on proposals
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on proposals to linli_app;
grant update (decided_at, decided_by, matter, reason, state) on proposals to linli_app;

create table receipts (
  county integer not null,
  number text not null,
  matter uuid not null,
  secret_hash bytea not null,
  constraint receipts_pkey PRIMARY KEY (county, number)
);
alter table receipts enable row level security;
create policy own_county on receipts
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on receipts to linli_app;

create table residents (
  county integer not null,
  id uuid not null,
  phone_hash bytea not null,
  sealed_phone bytea not null,
  sealed_name bytea,
  language text not null,
  created_at timestamptz not null,
  constraint residents_pkey PRIMARY KEY (county, id),
  constraint residents_phone_once UNIQUE (county, phone_hash),
  constraint residents_language_check CHECK ((language = ANY (ARRAY['zh-CN'::text, 'en'::text])))
);
alter table residents enable row level security;
create policy own_county on residents
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on residents to linli_app;
grant update (language, sealed_name) on residents to linli_app;

create table rules (
  county integer not null,
  id text not null,
  valid_from date not null,
  valid_to date,
  value jsonb not null,
  citation text not null,
  source text not null,
  note text not null,
  constraint rules_pkey PRIMARY KEY (county, id, valid_from),
  constraint rules_days_in_order CHECK ((valid_to > valid_from)),
  constraint rules_source_known CHECK ((source = ANY (ARRAY['law'::text, 'standard'::text, 'secondary'::text, 'county'::text])))
);
alter table rules enable row level security;
create policy own_county on rules
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on rules to linli_app;
grant update (valid_to) on rules to linli_app;

create table saved_views (
  county integer not null,
  person uuid not null,
  id uuid not null,
  name text not null,
  asked jsonb not null,
  saved_at timestamptz not null,
  constraint saved_views_pkey PRIMARY KEY (county, person, id),
  constraint saved_views_name_once UNIQUE (county, person, name),
  constraint saved_views_name_check CHECK ((name <> ''::text))
);
alter table saved_views enable row level security;
create policy own_views on saved_views
  for all
  using (((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer) AND (person = ANY ((current_setting('app.parties'::text, true))::uuid[]))))
  with check (((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer) AND (person = ANY ((current_setting('app.parties'::text, true))::uuid[]))));
grant delete, insert, select on saved_views to linli_app;
grant update (asked, saved_at) on saved_views to linli_app;

create table sessions (
  token_hash bytea not null,
  kind text not null,
  county integer not null,
  person uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  language text not null,
  constraint sessions_pkey PRIMARY KEY (token_hash),
  constraint sessions_kind_check CHECK ((kind = ANY (ARRAY['officer'::text, 'resident'::text]))),
  constraint sessions_language_check CHECK ((language = ANY (ARRAY['zh-CN'::text, 'en'::text])))
);
create index sessions_by_end ON sessions USING btree (ends_at);
create index sessions_by_person ON sessions USING btree (county, person);
grant delete, insert, select on sessions to linli_app;
grant update (seen_at) on sessions to linli_app;

create table standings (
  county integer not null,
  matter uuid not null,
  due_at timestamptz not null,
  office uuid,
  counted boolean not null,
  left_out text,
  left_out_by uuid,
  reply_wanted boolean not null,
  timed boolean not null,
  contact text not null,
  solved boolean,
  grade text,
  asked boolean not null,
  against boolean not null,
  constraint standings_pkey PRIMARY KEY (county, matter),
  constraint standings_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint standings_contact_check CHECK ((contact = ANY (ARRAY['good'::text, 'tried'::text, 'bad'::text, 'open'::text]))),
  constraint standings_left_out_check CHECK ((left_out = ANY (ARRAY['withdrawn'::text, 'suspended'::text])))
);
create index standings_by_due ON standings USING btree (county, due_at);
alter table standings enable row level security;
create policy own_county on standings
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant delete, insert, select on standings to linli_app;
grant update (asked, counted, grade, solved) on standings to linli_app;

create table suspensions (
  county integer not null,
  id uuid not null,
  matter uuid not null,
  kind text not null,
  reason text not null,
  approver uuid not null,
  started_at timestamptz not null,
  wake_on date not null,
  woken_at timestamptz,
  woken_by uuid,
  constraint suspensions_pkey PRIMARY KEY (county, id),
  constraint suspensions_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint suspensions_kind_check CHECK ((kind = ANY (ARRAY['engineering'::text, 'seasonal'::text, 'other'::text])))
);
create index suspensions_by_matter ON suspensions USING btree (county, matter, started_at);
create index suspensions_to_wake ON suspensions USING btree (county, wake_on, id) WHERE (woken_at IS NULL);
alter table suspensions enable row level security;
create policy own_county on suspensions
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on suspensions to linli_app;
grant update (woken_at, woken_by) on suspensions to linli_app;

create table township_items (
  county integer not null,
  division text not null,
  item text not null,
  category text,
  kind text not null,
  department uuid,
  department_duty text not null default ''::text,
  township_duty text not null default ''::text,
  legal_basis text not null,
  valid_from date not null,
  valid_to date,
  entered_by uuid,
  entered_at timestamptz not null,
  ended_by uuid,
  constraint township_items_pkey PRIMARY KEY (county, division, item, valid_from),
  constraint township_items_department FOREIGN KEY (county, department) REFERENCES offices(county, id),
  constraint township_items_days_in_order CHECK ((valid_to >= valid_from)),
  constraint township_items_department_named CHECK (((kind = 'basic'::text) OR (department IS NOT NULL))),
  constraint township_items_kind_check CHECK ((kind = ANY (ARRAY['basic'::text, 'cooperating'::text, 'takenBack'::text]))),
  constraint township_items_legal_basis_check CHECK ((legal_basis <> ''::text))
);
create index township_items_by_category ON township_items USING btree (county, category);
alter table township_items enable row level security;
create policy own_county on township_items
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on township_items to linli_app;
grant update (ended_by, valid_to) on township_items to linli_app;

create table verdicts (
  county integer not null,
  matter uuid not null,
  round integer not null,
  solved boolean,
  grade text,
  words text not null,
  public_words text not null,
  source text not null,
  published boolean not null,
  at timestamptz not null,
  corrected_at timestamptz,
  constraint verdicts_pkey PRIMARY KEY (county, matter, round),
  constraint verdicts_of_matter FOREIGN KEY (county, matter) REFERENCES matters(county, id),
  constraint verdicts_grade_check CHECK ((grade = ANY (ARRAY['verySatisfied'::text, 'satisfied'::text, 'basicallySatisfied'::text, 'dissatisfied'::text, 'veryDissatisfied'::text]))),
  constraint verdicts_round_check CHECK ((round > 0)),
  constraint verdicts_say_something CHECK (((solved IS NOT NULL) OR (grade IS NOT NULL))),
  constraint verdicts_source_check CHECK ((source = ANY (ARRAY['resident'::text, 'callBack'::text])))
);
alter table verdicts enable row level security;
create policy own_county on verdicts
  for all
  using ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer))
  with check ((county = (NULLIF(current_setting('app.county'::text, true), ''::text))::integer));
grant insert, select on verdicts to linli_app;
grant update (at, corrected_at, grade, public_words, published, solved, source, words) on verdicts to linli_app;

create view visible_matters as
SELECT county,
    id,
    number,
    kind,
    procedure,
    state,
    flags,
    version,
    title,
    words,
    public_title,
    public_words,
    channel,
    type,
    category,
    urgency,
    division,
    grid,
    place_text,
    lon,
    lat,
    datum,
    happened_at,
    received_at,
    confidential,
    reply_wanted,
    published,
    reporter,
    recorded_by,
    lead_office,
    offices,
    consulted,
    shut_out,
    duplicate_of,
    due_at,
    closed_at,
    source,
    source_number,
    search,
    received_at AS words_at
   FROM matters m
     LEFT JOIN matter_words w ON county = county AND matter = id
  WHERE county = (( SELECT NULLIF(current_setting('app.county'::text, true), ''::text)::integer AS "nullif")) AND NULLIF(
        CASE ( SELECT current_setting('app.reach'::text, true) AS current_setting)
            WHEN 'county'::text THEN NOT shut_out && (( SELECT current_setting('app.parties'::text, true)::uuid[] AS current_setting))
            WHEN 'office'::text THEN (offices && (( SELECT current_setting('app.parties'::text, true)::uuid[] AS current_setting)) OR consulted && (( SELECT current_setting('app.parties'::text, true)::uuid[] AS current_setting)) OR (recorded_by = ANY ((( SELECT current_setting('app.parties'::text, true)::uuid[] AS current_setting))::uuid[]))) AND NOT shut_out && (( SELECT current_setting('app.parties'::text, true)::uuid[] AS current_setting))
            WHEN 'resident'::text THEN reporter = ANY ((( SELECT current_setting('app.parties'::text, true)::uuid[] AS current_setting))::uuid[])
            WHEN 'receipt'::text THEN id = ANY ((( SELECT current_setting('app.parties'::text, true)::uuid[] AS current_setting))::uuid[])
            WHEN 'public'::text THEN published
            WHEN 'system'::text THEN true
            ELSE false
        END, false) IS NOT NULL;
grant select on visible_matters to linli_app;
