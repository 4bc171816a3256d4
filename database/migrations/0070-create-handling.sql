-- matters/handle: contacts with the resident, answers of assisting offices, and what the lead office reported. `seq` is the
-- event each belongs to.

create table contacts (
  county int not null,
  matter uuid not null,
  seq int not null,
  at timestamptz not null,
  office uuid not null,
  how text not null check (how in ('phone', 'visit', 'message')),
  reached boolean not null,
  note text not null default '',
  primary key (county, matter, seq),
  constraint contacts_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('contacts');
alter table contacts enable row level security;
create policy own_county on contacts
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on contacts to linli_app;

create table assist_answers (
  county int not null,
  matter uuid not null,
  seq int not null,
  at timestamptz not null,
  office uuid not null,
  answer text not null,
  primary key (county, matter, seq),
  constraint assist_answers_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('assist_answers');
create index assist_answers_by_office on assist_answers (county, office, at desc);
alter table assist_answers enable row level security;
create policy own_county on assist_answers
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on assist_answers to linli_app;

-- Feedback 反馈 is not closing. What cannot be done says what happens next and until when.
create table feedbacks (
  county int not null,
  matter uuid not null,
  seq int not null,
  at timestamptz not null,
  office uuid not null,
  outcome text not null check (outcome in ('solved', 'partly', 'cannot')),
  reply text not null,
  -- The law or policy the answer rests on.
  basis text not null default '',
  next_step text not null default '',
  promised_day date,
  on_spot boolean not null default false,
  primary key (county, matter, seq),
  constraint feedbacks_of_matter foreign key (county, matter) references matters (county, id),
  constraint feedbacks_promise check (outcome <> 'cannot' or (promised_day is not null and next_step <> ''))
);
select place_by_county('feedbacks');
create index feedbacks_promised on feedbacks (county, promised_day) where promised_day is not null;
alter table feedbacks enable row level security;
create policy own_county on feedbacks
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on feedbacks to linli_app;
