import pg from 'pg'

type Table = { name: string; oid: number; guarded: boolean; forced: boolean; parts: string | null }
type Column = {
  table: number
  name: string
  type: string
  required: boolean
  value: string | null
  generated: boolean
  identity: string
}
type Line = { table: number; text: string }
type Grant = { what: string; role: string; privileges: string; columns: string | null }
type Shape = {
  tables: Table[]
  columns: Column[]
  constraints: Line[]
  indexes: Line[]
  policies: Line[]
  views: { name: string; text: string }[]
  functions: { text: string }[]
  extensions: { name: string }[]
  grants: Grant[]
}

const ours = `c.relnamespace = 'public'::regnamespace
  and not exists (select 1 from pg_depend e where e.objid = c.oid and e.deptype = 'e')`

// Every list is ordered by the bytes of the names: the same on every server and locale. Constraints of kind 'n' (not
// null) are rows of the catalog only since PostgreSQL 18; columns tell it on every version.
const questions: { readonly [Part in keyof Shape]: string } = {
  tables: `select c.relname as name, c.oid::int, c.relrowsecurity as guarded, c.relforcerowsecurity as forced,
      case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as parts
    from pg_class c where c.relkind in ('r', 'p') and ${ours} order by c.relname collate "C"`,
  columns: `select a.attrelid::int as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as required, pg_get_expr(d.adbin, d.adrelid) as value, a.attgenerated <> '' as generated,
      a.attidentity as identity
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${ours} order by a.attnum`,
  constraints: `select k.conrelid::int as table, format('constraint %I %s', k.conname,
  pg_get_constraintdef(k.oid)) as text
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype in ('p', 'u', 'x', 'f', 'c') and ${ours}
    order by array_position(array['p', 'u', 'x', 'f', 'c'], k.contype::text), k.conname collate "C"`,
  indexes: `select i.indrelid::int as table, pg_get_indexdef(i.indexrelid) as text
    from pg_index i join pg_class c on c.oid = i.indrelid
    where ${ours} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
    order by i.indexrelid::regclass::text collate "C"`,
  policies: `select p.polrelid::int as table, concat_ws(E'\\n  ',
      format('create policy %I on %I', p.polname, c.relname),
      case when not p.polpermissive then 'as restrictive' end,
      'for ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
        when 'd' then 'delete' else 'all' end,
      case when p.polroles <> '{0}' then 'to ' || (select string_agg(quote_ident(r.rolname), ', '
        order by r.rolname collate "C") from pg_roles r where r.oid = any (p.polroles)) end,
      'using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
      'with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') as text
    from pg_policy p join pg_class c on c.oid = p.polrelid where ${ours} order by p.polname collate "C"`,
  // Before PostgreSQL 16 every column of a view is written with its table's alias, since then only where there are two.
  views: `select c.relname as name, regexp_replace(pg_get_viewdef(c.oid, true), '\\m[a-z]\\.', '', 'g') as text
    from pg_class c where c.relkind = 'v' and ${ours} order by c.relname collate "C"`,
  functions: `select pg_get_functiondef(p.oid) as text from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
      and not exists (select 1 from pg_depend e where e.objid = p.oid and e.deptype = 'e')
    order by p.oid::regprocedure::text collate "C"`,
  extensions: `select extname as name from pg_extension where extname <> 'plpgsql' order by extname collate "C"`,
  grants: `with given as (
      select c.oid, c.relname, c.relowner, null::name as attname, g.* from pg_class c, aclexplode(c.relacl) g
        where c.relkind in ('r', 'p', 'S', 'v', 'm') and ${ours}
      union all
      select c.oid, c.relname, c.relowner, a.attname, g.* from pg_class c
        join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) g where ${ours})
    select relname as what, coalesce(r.rolname, 'public') as role,
      string_agg(distinct lower(privilege_type), ', ') as privileges,
      columns
    from (select relname, grantee, privilege_type,
            string_agg(attname, ', ' order by attname collate "C") as columns
          from given where grantee <> relowner group by relname, grantee, privilege_type) each_privilege
    left join pg_roles r on r.oid = grantee
    group by relname, r.rolname, columns
    order by relname collate "C", role, columns nulls first`,
}

function columnLine(column: Column): string {
  const parts = [column.name, column.type.replace('timestamp with time zone', 'timestamptz')]
  if (column.generated) parts.push(`generated always as (${column.value}) stored`)
  else if (column.identity)
    parts.push(`generated ${column.identity === 'a' ? 'always' : 'by default'} as identity`)
  if (column.required) parts.push('not null')
  if (column.value !== null && !column.generated) parts.push(`default ${column.value}`)
  return parts.join(' ')
}

function grantsOn(name: string, shape: Shape): string[] {
  return shape.grants
    .filter(({ what }) => what === name)
    .map(({ role, privileges, columns }) => {
      const place = columns === null ? '' : ` (${columns})`
      return `grant ${privileges}${place} on ${name} to ${role};`
    })
}

function tableText(table: Table, shape: Shape): string {
  const mine = (line: { table: number }) => line.table === table.oid
  const inside = [
    ...shape.columns.filter(mine).map(columnLine),
    ...shape.constraints.filter(mine).map(({ text }) => text),
  ]
  const ending = table.parts === null ? '' : ` partition by ${table.parts}`
  return [
    `create table ${table.name} (\n  ${inside.join(',\n  ')}\n)${ending};`,
    ...shape.indexes
      .filter(mine)
      .map(
        ({ text }) =>
          `${text.replace(' ON public.', ' ON ').replace(/^CREATE.* INDEX/, (word) => word.toLowerCase())};`,
      ),
    ...(table.guarded ? [`alter table ${table.name} enable row level security;`] : []),
    ...(table.forced ? [`alter table ${table.name} force row level security;`] : []),
    ...shape.policies.filter(mine).map(({ text }) => `${text};`),
    ...grantsOn(table.name, shape),
  ].join('\n')
}

function compose(shape: Shape): string {
  return [
    '-- The whole shape of the store on one page, written from the catalogs of a migrated database.\n' +
      '-- Compared by tests/schema.test.ts on PostgreSQL 15 and 18; LINLI_WRITE_SCHEMA=1 writes it anew.\n' +
      '-- For reading: what makes the store is database/migrations.',
    ...shape.extensions.map(({ name }) => `create extension ${name};`),
    ...shape.functions.map(
      ({ text }) => `${text.trimEnd().replace('FUNCTION public.', 'FUNCTION ')};`,
    ),
    ...shape.tables.map((table) => tableText(table, shape)),
    ...shape.views.map(({ name, text }) =>
      [`create view ${name} as\n${text.trim()}`, ...grantsOn(name, shape)].join('\n'),
    ),
  ].join('\n\n')
}

/** Writes the shape of a database (schema `public`) as deterministic SQL, equal on every supported PostgreSQL. */
export async function dumpSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  // A server that stops while this connection ends has nothing more to tell.
  client.on('error', () => {})
  await client.connect()
  try {
    const shape: Record<string, unknown[]> = {}
    for (const [part, text] of Object.entries(questions))
      shape[part] = (await client.query(text)).rows
    return `${compose(shape as Shape)}\n`
  } finally {
    await client.end()
  }
}
