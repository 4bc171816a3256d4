-- Placing functions: nothing on one PostgreSQL, sharding by county on Citus (docs/decisions/0003).
create function place_by_county(rel regclass) returns void language plpgsql as $f$
begin
  if exists (select 1 from pg_extension where extname = 'citus') then
    perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
    execute format('select create_distributed_table(%L, %L, colocate_with => %L)', rel, 'county',
      case when rel = 'counters'::regclass then 'none' else 'counters' end);
  end if;
end $f$;
create function place_everywhere(rel regclass) returns void language plpgsql as $f$
begin
  if exists (select 1 from pg_extension where extname = 'citus') then
    perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
    execute format('select create_reference_table(%L)', rel);
  end if;
end $f$;

-- The counties this installation serves. `county` is given once and never changed; `code` is the division code of the day.
create table counties (
  county int primary key check (county > 0),
  code text not null,
  name text not null,
  name_en text not null,
  desk_phone text not null,
  time_zone text not null default 'Asia/Shanghai',
  invented boolean not null default false,
  outline jsonb
);
select place_everywhere('counties');
grant select on counties to linli_app;

-- Numbers given out per county: matter numbers, receipts. Un-gapped is not promised (docs/decisions/0004).
create table counters (
  county int not null,
  name text not null,
  value bigint not null,
  primary key (county, name)
);
select place_by_county('counters');
alter table counters enable row level security;
create policy own_county on counters
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (value) on counters to linli_app;
