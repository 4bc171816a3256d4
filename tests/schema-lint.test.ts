import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { connected } from './cluster.ts'
import { localTables, referenceTables, schemaRules } from './schema-rules.ts'
import { testDatabase } from './store.ts'

const store = await testDatabase()
after(() => store.close())
const shared: readonly string[] = [...referenceTables, ...localTables]

function askCatalogs(question: string): Promise<string[]> {
  return connected(store.url, async (client) => {
    const { rows } = await client.query(question, [shared])
    return (rows as { trouble: string }[]).map(({ trouble }) => trouble)
  })
}

for (const { name, question } of schemaRules) {
  test(name, async () => assert.deepEqual(await askCatalogs(question), []))
}

test('every table is placed once: by county, or everywhere when it is on the list', async () => {
  const folder = join(import.meta.dirname, '../database/migrations')
  const text = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  const placed = (how: string) =>
    Array.from(
      text.matchAll(new RegExp(`select ${how}\\('(\\w+)'\\)`, 'g')),
      ([, name]) => name,
    ).sort()
  assert.deepEqual(placed('place_everywhere'), [...referenceTables])
  const tables = await askCatalogs(
    `select relname as trouble from pg_class where relnamespace = 'public'::regnamespace
       and relkind in ('r', 'p') and not relispartition and relname <> all ($1::text[])`,
  )
  assert.deepEqual(placed('place_by_county'), tables.sort())
})

// A lint that never complains proves nothing: these tables break every rule.
const badSchema = `
  create type kind as enum ('a');
  create table bad_parent (id uuid primary key, county int not null, unique (county, id));
  create table bad_without_county (id int, at timestamp, kind kind, number int generated always as identity);
  create table bad_child (county int not null, id uuid not null, parent uuid, "${'n'.repeat(51)}" text,
    primary key (county, id),
    foreign key (parent) references bad_parent (id) on delete set null,
    exclude using btree (id with =));
  create table bad_heir () inherits (bad_parent);
  create unlogged table bad_unlogged (county int primary key);
  alter table bad_child enable row level security;
  create policy anybody on bad_child using (exists (select 1 from bad_parent));
  create view bad_view as select * from bad_parent;
  create function nothing() returns trigger language plpgsql as 'begin return null; end';
  create trigger bad_trigger after insert on bad_child execute function nothing();
  alter table counties add column bad uuid references bad_parent (id);
  grant truncate on bad_child to linli_app;
  create table if not exists events (county int, id uuid);
  grant update on events to linli_app;`

test('the rules find what breaks them', async () => {
  const spoilt = await testDatabase()
  try {
    const silent = await connected(spoilt.url, async (client) => {
      await client.query(badSchema)
      const names: string[] = []
      for (const { name, question } of schemaRules) {
        if ((await client.query(question, [shared])).rowCount === 0) names.push(name)
      }
      return names
    })
    assert.deepEqual(silent, [])
  } finally {
    await spoilt.close()
  }
})
