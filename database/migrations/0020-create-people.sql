-- Who there is: offices, posts, officers, residents; and how they prove it: accounts, sessions, codes.
-- Days are half open: a row holds from valid_from up to, not on, valid_to.

create table offices (
  county int not null,
  id uuid not null,
  name text not null,
  name_en text not null,
  kind text not null check (kind in ('government', 'street', 'community', 'committee', 'party', 'company', 'association',
    'other')),
  -- 12-digit division code; null for the whole county.
  division text,
  parent uuid,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- The office that took over its work when it was renamed or merged.
  successor uuid,
  phone text,
  duties text,
  primary key (county, id),
  constraint offices_parent foreign key (county, parent) references offices (county, id),
  constraint offices_successor foreign key (county, successor) references offices (county, id),
  constraint offices_successor_on_end check (successor is null or (valid_to is not null and successor <> id))
);
select place_by_county('offices');
create index offices_by_successor on offices (county, successor) where successor is not null;
alter table offices enable row level security;
create policy own_county on offices
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on offices to linli_app;
grant update (parent, valid_to, successor, phone, duties) on offices to linli_app;

-- No personal phone, no identity number: the office has a phone (Personal information protection law art. 6).
create table officers (
  county int not null,
  id uuid not null,
  name text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (county, id)
);
select place_by_county('officers');
alter table officers enable row level security;
create policy own_county on officers
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on officers to linli_app;
grant update (valid_to) on officers to linli_app;

create table posts (
  county int not null,
  id uuid not null,
  office uuid not null,
  kind text not null check (kind in ('operator', 'dispatcher', 'handler', 'chief', 'checker', 'leader', 'gridWorker',
    'systemAdmin', 'securityAdmin', 'auditAdmin')),
  title text not null,
  -- Where the post works when narrower than its office: a grid worker's community.
  division text,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (county, id),
  constraint posts_office foreign key (county, office) references offices (county, id)
);
select place_by_county('posts');
create index posts_by_office on posts (county, office);
alter table posts enable row level security;
create policy own_county on posts
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on posts to linli_app;
grant update (valid_to) on posts to linli_app;

create table post_holders (
  county int not null,
  post uuid not null,
  officer uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (county, post, officer, valid_from),
  constraint post_holders_post foreign key (county, post) references posts (county, id),
  constraint post_holders_officer foreign key (county, officer) references officers (county, id)
);
select place_by_county('post_holders');
create index post_holders_by_officer on post_holders (county, officer);
alter table post_holders enable row level security;
create policy own_county on post_holders
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on post_holders to linli_app;
grant update (valid_to) on post_holders to linli_app;

-- Somebody stands in while the holder is away; it ends by itself, or when withdrawn, or with the holder's own right.
create table delegations (
  county int not null,
  id uuid not null,
  from_officer uuid not null,
  to_officer uuid not null check (to_officer <> from_officer),
  post uuid not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to > valid_from),
  reason text not null,
  withdrawn_at timestamptz,
  primary key (county, id),
  constraint delegations_from foreign key (county, from_officer) references officers (county, id),
  constraint delegations_to foreign key (county, to_officer) references officers (county, id),
  constraint delegations_post foreign key (county, post) references posts (county, id)
);
select place_by_county('delegations');
create index delegations_by_receiver on delegations (county, to_officer, valid_to);
create index delegations_by_giver on delegations (county, from_officer, valid_to);
alter table delegations enable row level security;
create policy own_county on delegations
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on delegations to linli_app;
grant update (withdrawn_at) on delegations to linli_app;

-- A resident is a phone that answered a code, or that somebody gave for them; the number itself is sealed with a key
-- outside the database, phone_hash (keyed) finds it again.
create table residents (
  county int not null,
  id uuid not null,
  phone_hash bytea not null,
  sealed_phone bytea not null,
  sealed_name bytea,
  language text not null check (language in ('zh-CN', 'en')),
  created_at timestamptz not null,
  primary key (county, id),
  constraint residents_phone_once unique (county, phone_hash)
);
select place_by_county('residents');
alter table residents enable row level security;
create policy own_county on residents
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on residents to linli_app;
grant update (sealed_name, language) on residents to linli_app;

-- Shared by all counties, because nobody knows whose a login or a token is before it is looked up. No key leads from
-- here into county tables (distributed.md §3.1).

create table accounts (
  login text primary key check (login = lower(login)),
  county int not null,
  officer uuid not null,
  password_hash text not null,
  password_set_at timestamptz not null,
  -- Somebody else chose the password, so it wants changing.
  provisional boolean not null,
  failures int not null default 0,
  locked_until timestamptz,
  totp_secret bytea,
  -- Begun, not yet confirmed by a first code.
  totp_pending bytea,
  -- Last time step used: a code works once (RFC 6238 §5.2).
  totp_step bigint,
  constraint accounts_officer_once unique (county, officer)
);
select place_everywhere('accounts');
grant select, insert on accounts to linli_app;
grant update (password_hash, password_set_at, provisional, failures, locked_until, totp_secret, totp_pending, totp_step)
  on accounts to linli_app;

create table sessions (
  -- SHA-256 of the token; the token itself is kept nowhere.
  token_hash bytea primary key,
  kind text not null check (kind in ('officer', 'resident')),
  county int not null,
  person uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  language text not null check (language in ('zh-CN', 'en'))
);
select place_everywhere('sessions');
create index sessions_by_person on sessions (county, person);
create index sessions_by_end on sessions (ends_at);
grant select, insert, delete on sessions to linli_app;
grant update (seen_at) on sessions to linli_app;

create table phone_codes (
  county int not null,
  phone_hash bytea not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  tries int not null,
  -- How many were sent since when: the limit per phone.
  sent int not null,
  sent_since timestamptz not null,
  primary key (county, phone_hash)
);
select place_everywhere('phone_codes');
create index phone_codes_by_age on phone_codes (sent_since);
grant select, insert, delete on phone_codes to linli_app;
grant update (code_hash, made_at, tries, sent, sent_since) on phone_codes to linli_app;

-- Who came in, who failed to, who was given which post. Kept at least six months (Cybersecurity law art. 23);
-- the application can add and read, never change or remove.
create table audit_log (
  id uuid primary key,
  -- Null when nobody knows whose county it is: a login that does not exist.
  county int,
  at timestamptz not null,
  person uuid,
  what text not null,
  detail jsonb not null,
  address text
);
select place_everywhere('audit_log');
create index audit_log_by_time on audit_log (county, at desc, id desc);
alter table audit_log enable row level security;
create policy own_county on audit_log for select
  using (county = nullif(current_setting('app.county', true), '')::int);
create policy anybody_adds on audit_log for insert with check (true);
grant select, insert on audit_log to linli_app;
