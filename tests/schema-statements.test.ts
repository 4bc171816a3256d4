import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { connected } from './cluster.ts'
import { localTables, referenceTables } from './schema-rules.ts'
import { testDatabase } from './store.ts'

const root = join(import.meta.dirname, '..')
const store = await testDatabase()
after(() => store.close())

type Found = { file: string; text: string; composed: boolean }

/**
 * The texts given to `prepared` and `planned`, with the file they stand in. A text with composed conditions counts the
 * county its file puts among them.
 */
function findStatements(): Found[] {
  const call = /\b(?:prepared\(\s*'[^']*',|planned\()\s*(?:`([^`]*)`|'([^']*)')/g
  return globSync('**/server/**/*.ts', {
    cwd: root,
    exclude: (path) => path.endsWith('node_modules'),
  })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8')
      const composing = /['"`](?:\w+\.)?county = \$/.test(source)
      return Array.from(source.matchAll(call), ([, long, short]) => {
        const text = long ?? short ?? ''
        return { file, text, composed: composing && /where \$\{/.test(text) }
      })
    })
}

/**
 * How often a statement reads or changes a county-owned table, against how often it compares a county: on Citus each
 * table of a join needs its own comparison (distributed.md §3.3, rule 16). An insert names county in its columns.
 */
function lacksCounty(text: string, owned: readonly string[], composed = false): boolean {
  const uses = text.matchAll(/\b(from|join|update|using|into)\s+(?:only\s+)?(\w+)(\s*\(([^)]*))?/gi)
  let needed = composed ? -1 : 0
  for (const [, word, table, , columns] of uses) {
    if (!owned.includes(table ?? '')) continue
    if (word?.toLowerCase() !== 'into') needed += 1
    else if (!/\bcounty\b/.test(columns ?? '')) return true
  }
  const compared =
    text.match(/\bcounty\s*=|=\s*\w+\.county\b|\busing\s*\(\s*county\b/g)?.length ?? 0
  return compared < needed
}

test('every statement on a county-owned table compares its county', async () => {
  const owned = await connected(store.url, async (client) => {
    const { rows } = await client.query(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace
         and relkind in ('r', 'p') and relname <> all ($1)`,
      [[...referenceTables, ...localTables]],
    )
    return (rows as { name: string }[]).map(({ name }) => name)
  })
  const wrong = findStatements()
    .filter(({ text, composed }) => lacksCounty(text, owned, composed))
    .map(({ file, text }) => `${file}: ${text.replace(/\s+/g, ' ').slice(0, 120)}`)
  assert.deepEqual(wrong, [])
  assert.ok(lacksCounty('select 1 from matters where id = $1', owned))
  assert.ok(
    lacksCounty(
      'select 1 from matters m join events e on e.matter = m.id where m.county = $1',
      owned,
    ),
  )
  assert.ok(!lacksCounty('insert into matters (county, id) values ($1, $2)', owned))
})
