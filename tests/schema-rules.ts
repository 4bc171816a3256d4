// The schema rules that keep one schema valid on PostgreSQL 15, 18 and Citus (design: distributed.md §3.4), as
// questions to the catalogs. Each answers with the troubles it found, one per row. $1: the tables without a county.

/** Shared tables, copied to every node on Citus (`place_everywhere`): few rows, or needed before a county is known. */
export const referenceTables = [
  'accounts',
  'audit_log',
  'counties',
  'divisions',
  'holidays',
  'phone_codes',
  'sessions',
] as const

/** Stays on one node: the migration runner's own list. */
export const localTables = ['migrations'] as const

const tables = `tables as (
  select oid, relname::text as name, relname = any ($1::text[]) as shared, relrowsecurity, relpersistence, relowner
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')),
owned as (select * from tables where not shared),
county as (select t.oid as table_id, a.attnum from owned t
  join pg_attribute a on a.attrelid = t.oid and a.attname = 'county')`

export type SchemaRule = { readonly name: string; readonly question: string }

export const schemaRules: readonly SchemaRule[] = [
  {
    name: 'every county-owned table has county int not null',
    question: `with ${tables} select name as trouble from owned t where not exists (
      select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'county'
        and a.atttypid = 'int4'::regtype and a.attnotnull)`,
  },
  {
    name: 'every table has a primary key; county is its first column where there is one',
    question: `with ${tables} select t.name as trouble from tables t
      left join pg_index i on i.indrelid = t.oid and i.indisprimary
      left join county c on c.table_id = t.oid
      where i.indexrelid is null or (not t.shared and i.indkey[0] is distinct from c.attnum)`,
  },
  {
    name: 'every unique index of a county-owned table contains county',
    question: `with ${tables} select i.indexrelid::regclass::text as trouble from owned t
      join pg_index i on i.indrelid = t.oid and i.indisunique
      left join county c on c.table_id = t.oid
      where c.attnum is null or not c.attnum = any (i.indkey::int2[])`,
  },
  {
    name: 'every exclusion constraint of a county-owned table compares county with =',
    question: `with ${tables} select k.conname::text as trouble from owned t
      join pg_constraint k on k.conrelid = t.oid and k.contype = 'x'
      where not exists (select 1 from county c, unnest(k.conkey, k.conexclop) as part (attnum, operator)
        where c.table_id = t.oid and part.attnum = c.attnum
          and (select oprname from pg_operator where oid = part.operator) = '=')`,
  },
  {
    name: 'a foreign key between county-owned tables pairs county with county',
    question: `with ${tables} select k.conname::text as trouble from pg_constraint k
      join owned child on child.oid = k.conrelid join owned parent on parent.oid = k.confrelid
      where k.contype = 'f' and not exists (
        select 1 from unnest(k.conkey, k.confkey) as pair (mine, theirs)
        join county a on a.table_id = child.oid and a.attnum = pair.mine
        join county b on b.table_id = parent.oid and b.attnum = pair.theirs)`,
  },
  {
    name: 'no foreign key leads from a shared table into a county-owned one',
    question: `with ${tables} select k.conname::text as trouble from pg_constraint k
      join tables child on child.oid = k.conrelid join owned parent on parent.oid = k.confrelid
      where k.contype = 'f' and child.shared`,
  },
  {
    name: 'foreign keys restrict or cascade on delete and do nothing on update',
    question: `with ${tables} select k.conname::text as trouble from pg_constraint k join tables t on t.oid = k.conrelid
      where k.contype = 'f' and (k.confdeltype not in ('a', 'r', 'c') or k.confupdtype <> 'a')`,
  },
  {
    name: 'no triggers',
    question: `with ${tables} select g.tgname::text as trouble from pg_trigger g join tables t on t.oid = g.tgrelid
      where not g.tgisinternal`,
  },
  {
    name: 'no unlogged and no inherited tables',
    question: `with ${tables} select t.name as trouble from tables t where t.relpersistence <> 'p'
      or exists (select 1 from pg_inherits h join pg_class p on p.oid = h.inhparent
        where h.inhrelid = t.oid and p.relkind <> 'p')`,
  },
  {
    name: 'identity columns are bigint, generated columns stored, nothing compressed with lz4',
    question: `with ${tables} select t.name || '.' || a.attname as trouble from tables t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      where (a.attidentity <> '' and a.atttypid <> 'int8'::regtype) or a.attgenerated not in ('', 's')
        or a.attcompression = 'l'`,
  },
  {
    name: 'times are timestamptz, codes are text, no enums and no money type',
    question: `with ${tables} select t.name || '.' || a.attname as trouble from tables t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      join pg_type y on y.oid = a.atttypid
      where y.typtype = 'e' or y.typname in ('timestamp', 'time', 'timetz', 'varchar', 'bpchar', 'money', 'json')`,
  },
  {
    name: 'names are at most 50 characters long',
    question: `with ${tables} select found.name as trouble from (
        select relname::text as name from pg_class where relnamespace = 'public'::regnamespace
        union all select conname from pg_constraint where connamespace = 'public'::regnamespace
        union all select a.attname from pg_attribute a join tables t on t.oid = a.attrelid) found
      where length(found.name) > 50 and cardinality($1::text[]) >= 0`,
  },
  {
    name: 'every county-owned table has row security, and every policy on it compares the county',
    question: `with ${tables}, policies as (
        select p.polrelid, p.polname, coalesce(pg_get_expr(p.polqual, p.polrelid), '') as seen,
          coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as written from pg_policy p)
      select t.name as trouble from owned t where not t.relrowsecurity
        or not exists (select 1 from policies p where p.polrelid = t.oid)
      union all
      select t.name || '.' || p.polname from owned t join policies p on p.polrelid = t.oid
      where (p.seen <> '' and p.seen !~ '\\mcounty = .*app\\.county')
         or (p.written <> '' and p.written !~ '\\mcounty = .*app\\.county')`,
  },
  {
    name: 'every view compares the county, since it reads with the rights of its owner, and is only read',
    question: `with ${tables} select c.relname::text as trouble from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
        and (pg_get_viewdef(c.oid) !~ '\\mcounty = .*app\\.county'
          or has_table_privilege('linli_app', c.oid, 'insert, update, delete'))`,
  },
  {
    name: 'no policy contains a subquery',
    question: `with ${tables} select t.name || '.' || p.polname as trouble from tables t join pg_policy p on p.polrelid = t.oid
      where concat(p.polqual::text, p.polwithcheck::text) ~ '\\{SUBLINK'`,
  },
  {
    name: 'linli_app owns nothing, bypasses nothing and may neither truncate nor make triggers and references',
    question: `with ${tables} select t.name as trouble from tables t join pg_roles r on r.rolname = 'linli_app'
      where t.relowner = r.oid or r.rolsuper or r.rolbypassrls
        or has_table_privilege('linli_app', t.oid, 'truncate, trigger, references')`,
  },
  {
    name: 'the record is append-only: linli_app may neither update nor delete events',
    question: `with ${tables} select name as trouble from tables where name = 'events'
      and (has_table_privilege('linli_app', oid, 'delete') or has_any_column_privilege('linli_app', oid, 'update'))`,
  },
]
