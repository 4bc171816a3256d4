-- matters/evaluate: checks, call-backs, verdicts, exclusions. A round begins when the matter goes back to be handled again
-- after it had been checked (acts rework and reopen); the first is 1.

create table checks (
  county int not null,
  matter uuid not null,
  -- The event it belongs to.
  seq int not null,
  round int not null check (round > 0),
  result text not null check (result in ('passed', 'failed', 'unclear')),
  note text not null,
  checked_by uuid,
  office uuid,
  at timestamptz not null,
  primary key (county, matter, seq),
  constraint checks_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('checks');
alter table checks enable row level security;
create policy own_county on checks
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on checks to linli_app;

-- Every try to reach the resident. Nobody reached is neither good nor bad: then there is no answer to keep.
create table callbacks (
  county int not null,
  matter uuid not null,
  seq int not null,
  round int not null check (round > 0),
  at timestamptz not null,
  reached boolean not null,
  solved boolean,
  grade text check (grade in ('verySatisfied', 'satisfied', 'basicallySatisfied', 'dissatisfied', 'veryDissatisfied')),
  words text not null,
  outside_hours boolean not null,
  called_by uuid,
  office uuid,
  primary key (county, matter, seq),
  constraint callbacks_answer_when_reached check (reached or (solved is null and grade is null)),
  constraint callbacks_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('callbacks');
alter table callbacks enable row level security;
create policy own_county on callbacks
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on callbacks to linli_app;

-- What the resident says of the result: one verdict per matter and round.
create table verdicts (
  county int not null,
  matter uuid not null,
  round int not null check (round > 0),
  solved boolean,
  grade text check (grade in ('verySatisfied', 'satisfied', 'basicallySatisfied', 'dissatisfied', 'veryDissatisfied')),
  words text not null,
  -- The same with personal data masked.
  public_words text not null,
  source text not null check (source in ('resident', 'callBack')),
  published boolean not null,
  at timestamptz not null,
  corrected_at timestamptz,
  primary key (county, matter, round),
  constraint verdicts_say_something check (solved is not null or grade is not null),
  constraint verdicts_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('verdicts');
alter table verdicts enable row level security;
create policy own_county on verdicts
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on verdicts to linli_app;
grant update (solved, grade, words, public_words, source, published, at, corrected_at) on verdicts to linli_app;

-- Matters left out of an indicator: who asked, who approved, and why. Public in number.
create table exclusions (
  county int not null,
  matter uuid not null,
  indicator text not null check (indicator in ('response', 'solution', 'satisfaction')),
  reason text not null,
  words text not null,
  asked_by uuid,
  approver uuid,
  approver_office uuid,
  at timestamptz not null,
  primary key (county, matter, indicator),
  constraint exclusions_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('exclusions');
alter table exclusions enable row level security;
create policy own_county on exclusions
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on exclusions to linli_app;

-- How a matter that has ended stands to the rates: what the record says of it, worked out in the transaction of the act
-- that ended it, since the rates of a year would otherwise read the record of a year. What has no row is worked out when
-- it is asked for. Acts after the end write it anew, and a reopened matter loses it (matters/evaluate/server/deeds.ts).
create table standings (
  county int not null,
  matter uuid not null,
  -- The limit of completion.
  due_at timestamptz not null,
  office uuid,
  -- False for what is no order: a finding, or what ended with its acceptance.
  counted boolean not null,
  left_out text check (left_out in ('withdrawn', 'suspended')),
  left_out_by uuid,
  reply_wanted boolean not null,
  -- Whether a first contact was asked of the office at all, and how it was made.
  timed boolean not null,
  contact text not null check (contact in ('good', 'tried', 'bad', 'open')),
  solved boolean,
  grade text,
  asked boolean not null,
  against boolean not null,
  primary key (county, matter),
  constraint standings_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('standings');
create index standings_by_due on standings (county, due_at);
alter table standings enable row level security;
create policy own_county on standings
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, delete, update (counted, solved, grade, asked) on standings to linli_app;

-- The rates ask for the matters whose limit falls into a period, running or not.
create index clocks_by_due on clocks (county, due_at) include (matter) where name = 'completion';

-- What waits for the archive, without what is there already.
create index matters_to_archive on matters (county, closed_at, id)
  where state in ('closed', 'answered', 'refused', 'cancelled');

-- Of a matter's record they ask for these acts only (matters/evaluate/server/store-rates.ts).
create index events_for_rates on events (county, matter) where act in ('rework', 'reopen', 'refuse', 'answer',
  'withdraw', 'contact', 'suspend', 'close');

-- Imported history stands beside the rates.
create index matters_imported on matters (county, received_at) where channel = 'import';
