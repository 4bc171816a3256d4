-- matters/matter: what is (matters, clocks) and what happened (events).
create table matters (
  county int not null,
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('request', 'finding')),
  procedure int not null,
  state text not null check (state in ('reported', 'accepted', 'judged', 'dispatched', 'handling', 'fedBack', 'checked',
    'closed', 'archived', 'refused', 'answered', 'cancelled')),
  flags text[] not null default '{}',
  -- One more with every act; equals the sequence of the last event.
  version int not null,
  title text not null,
  words text not null,
  -- What others may read: personal data masked (foundation/personal-data.ts).
  public_title text not null,
  public_words text not null,
  channel text not null,
  type text check (type in ('consultation', 'help', 'complaint', 'report', 'suggestion')),
  category text,
  urgency text not null default 'general' check (urgency in ('urgent', 'lifeline', 'general', 'complex')),
  division text,
  grid text,
  place_text text not null default '',
  lon double precision,
  lat double precision,
  datum text check (datum in ('WGS84', 'GCJ02', 'CGCS2000')),
  happened_at timestamptz,
  received_at timestamptz not null,
  confidential boolean not null,
  reply_wanted boolean not null,
  published boolean not null default false,
  reporter uuid,
  recorded_by uuid,
  lead_office uuid,
  offices uuid[] not null default '{}',
  -- Offices asked for their opinion before dispatch: they read the matter for as long as the consultation lasts.
  consulted uuid[] not null default '{}',
  -- Offices and persons this matter is about: the guard hides it from them (decision 0006).
  shut_out uuid[] not null default '{}',
  duplicate_of uuid,
  due_at timestamptz,
  closed_at timestamptz,
  -- Imported matters: where they come from and what they were called there.
  source text,
  source_number text,
  primary key (county, id),
  constraint matters_number_once unique (county, number)
);
select place_by_county('matters');
create unique index matters_source_once on matters (county, source, source_number) where source is not null;
create index matters_by_received on matters (county, received_at desc, id desc);
create index matters_by_category on matters (county, category, received_at desc, id desc);
create index matters_by_place on matters (county, division, received_at desc, id desc);
create index matters_by_reporter on matters (county, reporter, received_at desc) where reporter is not null;
create index matters_by_recorder on matters (county, recorded_by, received_at desc) where recorded_by is not null;
create index matters_by_office on matters using gin (offices) with (fastupdate = on);
-- Queues hold what is open, a small part of a county's matters: they have small indexes of their own.
create index matters_open_by_state on matters (county, state, received_at, id) where closed_at is null;
create index matters_open_by_due on matters (county, due_at, id) where closed_at is null and due_at is not null;
create index matters_open_by_lead on matters (county, lead_office, state) where closed_at is null;
create index matters_open_shared on matters using gin (offices) with (fastupdate = on)
  where closed_at is null and cardinality(offices) > 1;
create index matters_consulted on matters using gin (consulted) with (fastupdate = on) where consulted <> '{}';
create index matters_open_flagged on matters (county, due_at, id) where closed_at is null and flags <> '{}';

-- What of a matter can be searched, by itself: every act writes its matter anew, and hundreds of words with it would
-- go into the index each time. Read through visible_matters only. `received_at` is the matter's: a search goes by it, the newest first.
-- Labels A to D tell title, words and place, public reply and other reply apart; lexemes that begin with a sign are marks
-- of day, month, year, division and number (matters/matter/lists/search/index-text.ts, docs/decisions/0017-search.md).
-- Few words wait to be sorted into the index: every search reads them all, and whoever brings the last sorts them in.
create table matter_words (
  county int not null,
  matter uuid not null,
  received_at timestamptz not null,
  search tsvector not null,
  primary key (county, matter),
  constraint matter_words_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('matter_words');
create index matter_words_search on matter_words using gin (search) with (gin_pending_list_limit = 256);
create index matter_words_by_received on matter_words (county, received_at desc, matter desc);
alter table matter_words enable row level security;
create policy own_county on matter_words
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select (county, matter), insert, update (search) on matter_words to linli_app;

alter table matters enable row level security;
create policy guard_read on matters for select using (
  county = nullif(current_setting('app.county', true), '')::int
  and case current_setting('app.reach', true)
    when 'county' then not (shut_out && current_setting('app.parties', true)::uuid[])
    when 'office' then (offices && current_setting('app.parties', true)::uuid[]
        or consulted && current_setting('app.parties', true)::uuid[]
        or recorded_by = any (current_setting('app.parties', true)::uuid[]))
      and not (shut_out && current_setting('app.parties', true)::uuid[])
    when 'resident' then reporter = any (current_setting('app.parties', true)::uuid[])
    when 'receipt' then id = any (current_setting('app.parties', true)::uuid[])
    when 'public' then published
    when 'system' then true
    else false
  end);
-- The same guard for lists, counts and search, as a view with its owner's rights. Under a policy PostgreSQL offers an
-- index only conditions whose operators are leakproof; search and arrays are not, so a search for a rare word read
-- the whole county, and the settings were read again for each row (docs/decisions/0010-lists-through-a-view.md).
-- Columns added to matters later appear here only when the view is made anew.
create view visible_matters as
select m.*, w.search, w.received_at as words_at from matters m
left join matter_words w on w.county = m.county and w.matter = m.id
where m.county = (select nullif(current_setting('app.county', true), '')::int)
  and nullif(case (select current_setting('app.reach', true))
    when 'county' then not (m.shut_out && (select current_setting('app.parties', true)::uuid[]))
    when 'office' then (m.offices && (select current_setting('app.parties', true)::uuid[])
        or m.consulted && (select current_setting('app.parties', true)::uuid[])
        or m.recorded_by = any ((select current_setting('app.parties', true)::uuid[])::uuid[]))
      and not (m.shut_out && (select current_setting('app.parties', true)::uuid[]))
    when 'resident' then m.reporter = any ((select current_setting('app.parties', true)::uuid[])::uuid[])
    when 'receipt' then m.id = any ((select current_setting('app.parties', true)::uuid[])::uuid[])
    when 'public' then m.published
    when 'system' then true
    else false
  -- Of "is not null" the planner thinks that it holds for nearly all rows, of a case for every other one. Where few
  -- are seen, the query says so itself (matters/matter/server/store-lists.ts).
  end, false) is not null;
grant select on visible_matters to linli_app;
create policy guard_write on matters for update using (
  county = nullif(current_setting('app.county', true), '')::int
  and current_setting('app.reach', true) <> 'public')
  with check (county = nullif(current_setting('app.county', true), '')::int);
create policy guard_open on matters for insert
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on matters to linli_app;
grant update (state, flags, version, title, words, public_title, public_words, type, category, urgency, division, grid,
  place_text, lon, lat, datum, happened_at, confidential, reply_wanted, published, lead_office, offices, consulted,
  shut_out, duplicate_of, due_at, closed_at) on matters to linli_app;

-- The record: append-only, by grant.
create table events (
  county int not null,
  matter uuid not null,
  seq int not null,
  id uuid not null,
  act_id uuid not null,
  at timestamptz not null,
  act text not null,
  branch text,
  actor_kind text not null check (actor_kind in ('officer', 'resident', 'receipt', 'public', 'system')),
  person uuid,
  post uuid,
  office uuid,
  behalf_of uuid,
  state text not null,
  -- What was said and decided, inside; and the part of it that the resident, or everybody, may read.
  body jsonb not null,
  shown jsonb,
  audience text not null check (audience in ('inside', 'resident', 'public')),
  -- The first answer, given again when the same act id comes again.
  answer jsonb not null,
  primary key (county, matter, seq),
  constraint events_act_once unique (county, act_id),
  constraint events_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('events');
create index events_by_time on events (county, at, id);
alter table events enable row level security;
create policy own_county on events
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on events to linli_app;

create table clocks (
  county int not null,
  matter uuid not null,
  name text not null,
  rule text not null,
  unit text not null check (unit in ('urgentHour', 'workingHour', 'workingDay', 'naturalDay')),
  amount numeric not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  paused_at timestamptz,
  stopped_at timestamptz,
  -- The due moment before any extension, so that extended and original are both on show.
  first_due_at timestamptz not null,
  primary key (county, matter, name),
  constraint clocks_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('clocks');
alter table clocks enable row level security;
create policy own_county on clocks
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on clocks to linli_app;
grant update (rule, unit, amount, started_at, due_at, paused_at, stopped_at, first_due_at) on clocks to linli_app;

-- Categories of a county: a tree; names and synonyms are what analysis begins with.
create table categories (
  county int not null,
  code text not null,
  parent text,
  name text not null,
  name_en text not null,
  synonyms text[] not null default '{}',
  urgency text not null default 'general' check (urgency in ('urgent', 'lifeline', 'general', 'complex')),
  valid_from date not null,
  valid_to date,
  primary key (county, code)
);
select place_by_county('categories');
alter table categories enable row level security;
create policy own_county on categories
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on categories to linli_app;
grant update (name, name_en, synonyms, urgency, valid_to) on categories to linli_app;

-- Which stored file belongs to which matter, put there by which event.
create table matter_files (
  county int not null,
  matter uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  seq int not null,
  stage text not null check (stage in ('report', 'supplement', 'before', 'after', 'evidence')),
  type text not null,
  size int not null,
  at timestamptz not null,
  audience text not null check (audience in ('inside', 'resident', 'public')),
  primary key (county, matter, hash),
  constraint matter_files_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('matter_files');
alter table matter_files enable row level security;
create policy own_county on matter_files
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on matter_files to linli_app;
