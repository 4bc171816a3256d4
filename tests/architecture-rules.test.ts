// A rule that cannot fail is none: each is shown what breaks it, and what only looks like it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  clockReads,
  cyclesAmong,
  forbiddenParts,
  functionsOf,
  isBarrel,
  undocumentedExports,
} from './architecture-code.ts'
import { cataloguePrefix, floorOf, roomOf, sideOf } from './architecture-plan.ts'
import { parseSource } from './architecture-source.ts'
import { lacksCounty, statementsOf, unguardedTables } from './architecture-statements.ts'
import { refusalsOf } from './architecture-texts.ts'

const code = (text: string, path = 'foundation/a.ts') => parseSource(path, text)

test('rooms, floors and sides', () => {
  assert.equal(roomOf('matters/accept/server/submit.ts'), 'matters/accept')
  assert.equal(roomOf('matters/other/rules.ts'), null)
  assert.equal(floorOf('matters/accept/rules.ts'), floorOf('matters/handle/rules.ts'))
  assert.ok((floorOf('people/rules.ts') ?? 0) < (floorOf('matters/matter/rules.ts') ?? 0))
  assert.equal(floorOf('tests/store.ts'), null)
  assert.equal(sideOf('people/rules.ts'), 'middle')
  assert.equal(sideOf('people/server/store.ts'), 'server')
  assert.equal(sideOf('foundation/screens/zh-CN.ts'), 'middle')
  assert.equal(sideOf('foundation/screens/Mark.tsx'), 'screens')
  assert.equal(sideOf('matters/accept/portal/Form.tsx'), 'portal')
  assert.equal(cataloguePrefix('matters/accept/zh-CN.ts'), 'accept')
  assert.equal(cataloguePrefix('foundation/files-en.ts'), 'files')
})

test('imports of every form, and which of them are types only', () => {
  const { imports } = code(
    [
      `import type { A } from './a.ts'`,
      `import { type B } from '#people/b.ts'`,
      `import c, { type D } from '../c/d.ts'`,
      `export { e } from './e.ts'`,
      `export * from './f.ts'`,
      `type G = import('./g.ts').G`,
      `const h = await import('./h.ts')`,
      `import 'node:fs'`,
    ].join('\n'),
    'people/server/x.ts',
  )
  assert.deepEqual(
    imports.map(({ path, typeOnly }) => [path, typeOnly]),
    [
      ['people/server/a.ts', true],
      ['people/b.ts', true],
      ['people/c/d.ts', false],
      ['people/server/e.ts', false],
      ['people/server/f.ts', false],
      ['people/server/g.ts', true],
      ['people/server/h.ts', false],
      [null, false],
    ],
  )
})

test('clock reads', () => {
  const found = clockReads(
    code(`new Date(); Date(); Date.now(); performance.now(); new Date(0); date.now(); Date.UTC(1)`),
  )
  assert.deepEqual(
    found.map(({ what }) => what),
    ['new Date()', 'Date()', 'Date.now()', 'performance.now()'],
  )
})

test('barrels', () => {
  assert.ok(isBarrel(code(`export * from './b.ts'\nexport { c } from './c.ts'`)))
  assert.ok(isBarrel(code(`import { b } from './b.ts'\nexport { b }`)))
  assert.ok(!isBarrel(code(`export { c } from './c.ts'\nexport const d = 1`)))
  assert.ok(!isBarrel(code(`const b = 1\nexport { b }`)))
  assert.ok(!isBarrel(code(`import './b.css'`)))
})

test('cycles, of types too, and through a third file', () => {
  const file = (path: string, to: string) =>
    code(`import type { X } from './${to}.ts'`, `foundation/${path}.ts`)
  assert.deepEqual(cyclesAmong([file('a', 'b'), file('b', 'c'), file('c', 'a'), file('d', 'a')]), [
    ['foundation/a.ts', 'foundation/b.ts', 'foundation/c.ts'],
  ])
  assert.deepEqual(cyclesAmong([file('a', 'b'), file('b', 'c')]), [])
})

test('functions with their names and lengths', () => {
  const found = functionsOf(
    code('function a() {\n  return 1\n}\nconst b = () =>\n  2\nconst c = { d() {} }'),
  )
  assert.deepEqual(
    found.map(({ name, length }) => [name, length]),
    [
      ['a', 3],
      ['b', 2],
      ['d', 1],
    ],
  )
})

test('any, enums, classes, parameter properties', () => {
  const text = `let a: any; enum B { x }\nclass C {}\nclass D extends Error {}\nclass E extends TypeError { constructor(readonly f: string) { super(f) } }`
  assert.deepEqual(
    forbiddenParts(code(text)).map(({ what }) => what),
    ['any', 'an enum', 'a class', 'a parameter property'],
  )
})

test('docstrings of what is exported', () => {
  const text =
    '/** Says. */\nexport function a() {}\nexport function b() {}\nexport const c = () => 1\nexport const d = 1\nfunction e() {}'
  assert.deepEqual(
    undocumentedExports(code(text)).map(({ what }) => what),
    ['b', 'c'],
  )
})

test('statements: constants put in, also imported ones, and what is composed while running', () => {
  const rows = code(
    `export const columns = \`m.id, \${more}\`\nconst more = "m.county"`,
    'people/server/rows.ts',
  )
  const store = code(
    [
      `import { columns as list } from './rows.ts'`,
      `const a = prepared("people.a", \`select \${list} from matters m where m.county = $1\`)`,
      `const b = planned(\`select 1 from matters m where \${parts.join(" and ")}\`)`,
      `parts.push('m.county = $1')`,
      `run('delete from events where id = $1')`,
      `say('select a file to begin')`,
    ].join('\n'),
    'people/server/store.ts',
  )
  const found = statementsOf(store, new Map([[rows.path, rows]]))
  assert.deepEqual(
    found.map(({ name, text, composed }) => [name, text, composed]),
    [
      ['people.a', 'select m.id, m.county from matters m where m.county = $1', false],
      [null, 'select 1 from matters m where …', true],
      [null, 'delete from events where id = $1', false],
      [null, 'select a file to begin', false],
    ],
  )
  assert.deepEqual(
    found.map(({ text, composed }) => lacksCounty(text, composed)),
    [false, false, true, false],
  )
})

test('a statement names its county once for each table it uses', () => {
  assert.ok(lacksCounty('select 1 from matters where id = $1'))
  assert.ok(
    lacksCounty('select 1 from matters m join events e on e.matter = m.id where m.county = $1'),
  )
  assert.ok(
    !lacksCounty(
      'select 1 from matters m join events e on e.county = m.county and e.matter = m.id where m.county = $1',
    ),
  )
  assert.ok(lacksCounty('insert into matters (id) values ($1)'))
  assert.ok(!lacksCounty('insert into matters (county, id) values ($1, $2)'))
  assert.ok(!lacksCounty('select 1 from divisions where code = $1'))
})

test('a child table is read through matters', () => {
  assert.deepEqual(unguardedTables('select 1 from events e where e.county = $1'), ['events'])
  assert.deepEqual(unguardedTables('select 1 from events e join matters m on m.id = e.matter'), [])
  assert.deepEqual(
    unguardedTables('select 1 from events e join visible_matters m on m.id = e.matter'),
    [],
  )
  assert.deepEqual(unguardedTables('delete from clocks where county = $1'), [])
  assert.deepEqual(unguardedTables('insert into events (county) values ($1)'), [])
})

test('refusals: plain keys, choices, and keys filled in', () => {
  const found = refusalsOf(
    code(
      `refuse('people.a'); refuse(b ? 'people.c' : 'people.d'); refuse(e[f] ?? 'people.g'); refuse(\`people.h.\${i}\`)`,
    ),
  )
  assert.deepEqual(
    found.map(({ key, open }) => [key, open]),
    [
      ['people.a', false],
      ['people.c', false],
      ['people.d', false],
      ['people.g', false],
      ['people.h.', true],
    ],
  )
})
