-- places: where things are. Divisions 行政区划 with history, grids 网格, and the outlines both are drawn with.

-- The register of divisions is the country's, shared by all counties of an installation. A code is re-divided, never
-- re-written: the old row gets `valid_to` and `successors`, the new code its own row (domain.md 8.1, trap 22).
-- `code` is text of any scheme: no length is checked. `valid_from` 1900-01-01 stands for "the source names no first day".
create table divisions (
  code text not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  level text not null check (level in ('province', 'prefecture', 'county', 'township', 'village')),
  -- Code of the division above. Not always a prefix level: towns of 东莞 hang on the prefecture.
  parent text,
  kind text,
  successors text[] not null default '{}',
  primary key (code, valid_from),
  constraint divisions_days_in_order check (valid_to > valid_from)
);
select place_everywhere('divisions');
create index divisions_by_parent on divisions (parent, code);
-- Imports and re-divisions run as the application: it may add rows, close them and correct a name. A code, its level,
-- its parent and its first day are history and stay; nothing is deleted.
grant select, insert, update (valid_to, successors, name) on divisions to linli_app;

-- Grids by any code scheme (domain.md 8.4: 14, 15, 16 or 20 characters). `worker` is the name the public is given;
-- the numbers are duty numbers, never private ones.
create table grids (
  county int not null,
  scheme text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  parent_division text,
  worker text,
  worker_phone text,
  supervision_phone text,
  primary key (county, scheme, code, valid_from),
  constraint grids_days_in_order check (valid_to > valid_from)
);
select place_by_county('grids');
create index grids_by_division on grids (county, parent_division);
alter table grids enable row level security;
create policy own_county on grids
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (valid_to, name, parent_division, worker, worker_phone, supervision_phone)
  on grids to linli_app;

-- Outlines of divisions and grids: GeoJSON Polygon or MultiPolygon in degrees of `datum`, as collected.
create table areas (
  county int not null,
  id uuid not null,
  kind text not null check (kind in ('division', 'grid')),
  scheme text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  min_lon double precision not null,
  min_lat double precision not null,
  max_lon double precision not null,
  max_lat double precision not null,
  geometry jsonb not null,
  datum text not null check (datum in ('WGS84', 'GCJ02', 'CGCS2000')),
  source text not null,
  primary key (county, id),
  constraint areas_once unique (county, kind, scheme, code, valid_from),
  constraint areas_days_in_order check (valid_to > valid_from)
);
select place_by_county('areas');
alter table areas enable row level security;
create policy own_county on areas
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (valid_to, min_lon, min_lat, max_lon, max_lat, geometry, datum, source)
  on areas to linli_app;

-- One row a county: a new id whenever its areas or grids change, so that a server knows its polygons in memory are old.
create table area_editions (
  county int not null,
  edition uuid not null,
  primary key (county)
);
select place_by_county('area_editions');
alter table area_editions enable row level security;
create policy own_county on area_editions
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (edition) on area_editions to linli_app;
