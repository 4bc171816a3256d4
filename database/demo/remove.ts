import pg from 'pg'
import { drawDemoPlaces } from './places.ts'
import { above, demoCounty } from './places-names.ts'

type Table = { readonly name: string; readonly refersTo: readonly string[] }

const tablesText = `select c.relname as name,
    coalesce(array_agg(distinct p.relname::text) filter (where p.relname <> c.relname), '{}') as "refersTo"
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'county' and not a.attisdropped
  left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
  left join pg_class p on p.oid = k.confrelid
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
  group by c.relname`

/** Who refers goes before who is referred to. */
function inOrder(tables: readonly Table[]): string[] {
  const left = new Map(tables.map((table) => [table.name, table]))
  const order: string[] = []
  while (left.size > 0) {
    const referred = new Set([...left.values()].flatMap(({ refersTo }) => refersTo))
    const free = [...left.keys()].filter((name) => !referred.has(name))
    if (free.length === 0)
      throw new Error(`tables refer to each other: ${[...left.keys()].join(', ')}`)
    for (const name of free) left.delete(name)
    order.push(...free.sort())
  }
  return order
}

/**
 * Takes the invented county out of a store, with everything anybody did in it: as the owner, since the application
 * deletes no record. Other counties are not touched. @returns the number of rows removed
 */
export async function removeDemo(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    const { rows: tables } = await client.query<Table>(tablesText)
    let removed = 0
    for (const name of inOrder(tables)) {
      const text = `delete from ${client.escapeIdentifier(name)} where county = $1`
      removed += (await client.query(text, [demoCounty.number])).rowCount ?? 0
    }
    const codes = [...above, ...drawDemoPlaces().divisions].map(({ code }) => code)
    const divisions = await client.query('delete from divisions where code = any ($1)', [codes])
    await client.query('commit')
    return removed + (divisions.rowCount ?? 0)
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    await client.end()
  }
}
