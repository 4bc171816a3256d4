-- matters/analyse: which matters are about one problem 热点.

-- One row is one issue. What it is called and where it is comes from its members' own words, until an officer names it.
create table hot_issues (
  county int not null,
  id uuid not null,
  title text not null,
  place text not null,
  -- When its first and its last matter were received.
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- How far its members head their matters alike, 0 to 1; 1 once an officer said that they are one.
  agreement double precision not null check (agreement between 0 and 1),
  -- An officer named it; an officer merged, split or gave it away: the machine adds matters and changes nothing else.
  named boolean not null default false,
  held boolean not null default false,
  -- Theme of the month 每月一题: who leads it, and the first day of the month.
  lead_office uuid,
  theme_month date,
  -- It went into another one.
  gone boolean not null default false,
  changed_at timestamptz not null,
  primary key (county, id),
  constraint hot_issues_theme_whole check ((lead_office is null) = (theme_month is null)),
  constraint hot_issues_lead foreign key (county, lead_office) references offices (county, id)
);
select place_by_county('hot_issues');
create index hot_issues_by_last on hot_issues (county, last_at desc) where not gone;
alter table hot_issues enable row level security;
create policy own_county on hot_issues
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on hot_issues to linli_app;
grant update (title, place, first_at, last_at, agreement, named, held, lead_office, theme_month, gone, changed_at)
  on hot_issues to linli_app;

-- Every request that was looked at is in one issue; that of a matter alone has no row in hot_issues.
create table hot_members (
  county int not null,
  matter uuid not null,
  issue uuid not null,
  -- An officer put it there.
  fixed boolean not null default false,
  changed_at timestamptz not null,
  primary key (county, matter),
  constraint hot_members_of_matter foreign key (county, matter) references matters (county, id)
);
select place_by_county('hot_members');
create index hot_members_by_issue on hot_members (county, issue);
create index hot_members_by_change on hot_members (county, changed_at);
alter table hot_members enable row level security;
create policy own_county on hot_members
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (issue, fixed, changed_at) on hot_members to linli_app;
