-- matters/matter: a person's own named views of lists. Nobody else reads them, not even the administrators.

-- One row is one view: which list, how it was narrowed and which columns stood in it.
create table saved_views (
  county int not null,
  person uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  -- { queue, filters, columns } as matters/matter/lists/views-contract.ts says.
  asked jsonb not null,
  saved_at timestamptz not null,
  primary key (county, person, id),
  constraint saved_views_name_once unique (county, person, name)
);
select place_by_county('saved_views');
alter table saved_views enable row level security;
create policy own_views on saved_views
  using (county = nullif(current_setting('app.county', true), '')::int
    and person = any (current_setting('app.parties', true)::uuid[]))
  with check (county = nullif(current_setting('app.county', true), '')::int
    and person = any (current_setting('app.parties', true)::uuid[]));
grant select, insert, update (asked, saved_at), delete on saved_views to linli_app;
