// The rules of ARCHITECTURE.md and CONTRIBUTING.md that a machine can check. Each test lists what breaks its rule.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path/posix'
import { test } from 'node:test'
import {
  clockReads,
  cyclesAmong,
  forbiddenParts,
  functionsOf,
  isBarrel,
  undocumentedExports,
} from './architecture-code.ts'
import {
  buildFiles,
  clocks,
  floorOf,
  forbiddenNames,
  isCatalogue,
  isTest,
  largeFolders,
  limits,
  mayImport,
  mayKnowTypes,
  outside,
  roomOf,
  sideOf,
  sqlElsewhere,
  unguardedReads,
} from './architecture-plan.ts'
import { allFiles, root, type Source, sources } from './architecture-source.ts'
import {
  childTables,
  columns,
  countyTables,
  lacksCounty,
  statementsOf,
  unguardedTables,
} from './architecture-statements.ts'
import { findTexts, literalsIn, refusalsOf } from './architecture-texts.ts'

const isOutside = (path: string) => outside.some((one) => path.startsWith(`${one}/`))
const product = sources.filter(({ path }) => !isTest(path) && !isOutside(path))
const byPath = new Map(sources.map((source) => [source.path, source]))
const statements = product.flatMap((source) => statementsOf(source, byPath))

/** Fails with the whole list, one line each, so that one run shows all there is to do. */
function none(wrong: readonly string[]): void {
  assert.ok(wrong.length === 0, `${wrong.length}:\n  ${wrong.join('\n  ')}`)
}

/** Imports of other files of the house. */
const arrows = (from: readonly Source[]) =>
  from.flatMap(({ path, imports }) =>
    imports.flatMap(({ path: to, line, typeOnly }) =>
      to === null ? [] : [{ from: path, to, line, typeOnly }],
    ),
  )
const shown = ({ from, to, line }: { from: string; to: string; line: number }) =>
  `${from}:${line} → ${to}`

test('every file stands in a room of the floor plan', () => {
  none(sources.map(({ path }) => path).filter((path) => roomOf(path) === null))
})

test('imports go down, never up and never sideways', () => {
  const wrong = arrows(product).filter(({ from, to }) => {
    if (roomOf(from) === roomOf(to) || roomOf(from) === 'app') return false
    const [high, low] = [floorOf(from), floorOf(to)]
    return high === null || low === null || low >= high
  })
  none(wrong.map(shown))
})

test('another room is reached by its name, the own room by ./ and ../', () => {
  const wrong = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ specifier, path: to }) => {
        if (to === null) return false
        const own = roomOf(path) === roomOf(to)
        const named = specifier.startsWith('#')
        // Tests and benches have no name of their own to be reached by.
        return own ? named : !named && !/^(tests|bench)\//.test(to)
      })
      .map(({ specifier, line }) => `${path}:${line} ${specifier}`),
  )
  none(wrong)
})

test('every import names a file that exists, with its ending', () => {
  const known = new Set(allFiles)
  // Written by the build of the screens, before which there is none.
  none(
    arrows(sources)
      .filter(
        ({ to }) => !known.has(to) && !to.startsWith('.build/') && !/^package\.json$/.test(to),
      )
      .map(shown),
  )
})

test('no other room reads a store', () => {
  const wrong = arrows(product).filter(
    ({ from, to }) => /\/server\/store[\w-]*\.ts$/.test(to) && roomOf(from) !== roomOf(to),
  )
  none(wrong.map(shown))
})

test('the middle knows neither server nor screen; server and screens never meet', () => {
  const wrong = arrows(product).filter(({ from, to, typeOnly }) => {
    if (isOutside(to) || buildFiles.includes(from) || (typeOnly && mayKnowTypes(from, to)))
      return false
    return !mayImport[sideOf(from)].includes(sideOf(to))
  })
  none(wrong.map(shown))
})

test('only the server uses what Node brings', () => {
  const wrong = product
    .filter(({ path }) => sideOf(path) !== 'server' && !buildFiles.includes(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith('node:'))
        .map(({ specifier, line }) => `${path}:${line} ${specifier}`),
    )
  none(wrong)
})

test('only the clock reads the clock', () => {
  const wrong = product
    .filter(({ path }) => !(clocks as readonly string[]).includes(path))
    .flatMap((source) =>
      clockReads(source).map(({ line, what }) => `${source.path}:${line} ${what}`),
    )
  none(wrong)
})

test('no barrels', () => {
  none(sources.filter(isBarrel).map(({ path }) => path))
})

test('no import cycles, types included', () => {
  none(cyclesAmong(sources).map((knot) => knot.join(' ↔ ')))
})

test(`files have at most ${limits.fileLines} lines`, () => {
  const counted = allFiles.filter(
    (path) => /\.(tsx?|mjs|css)$/.test(path) && !isTest(path) && !path.startsWith('database/'),
  )
  const wrong = counted
    .map((path) => ({
      path,
      count:
        byPath.get(path)?.lines.length ??
        readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length,
    }))
    .filter(({ count }) => count > limits.fileLines)
  none(wrong.map(({ path, count }) => `${path}: ${count}`))
})

test(`functions have at most ${limits.functionLines} lines`, () => {
  const wrong = sources
    .filter(({ path }) => !isTest(path))
    .flatMap((source) =>
      functionsOf(source)
        .filter(({ length }) => length > limits.functionLines)
        .map(({ name, line, length }) => `${source.path}:${line} ${name}: ${length}`),
    )
  none(wrong)
})

test(`lines have at most ${limits.columns} columns`, () => {
  const wrong = product
    // Texts of a catalogue are sentences; cutting one in two helps nobody.
    .filter(({ path }) => !isCatalogue(path))
    .flatMap(({ path, lines }) =>
      lines.flatMap((line, index) =>
        line.length > limits.columns ? [`${path}:${index + 1}: ${line.length}`] : [],
      ),
    )
  none(wrong)
})

test('no any, no enums, no parameter properties, no classes but errors', () => {
  none(
    sources.flatMap((source) =>
      forbiddenParts(source).map(({ line, what }) => `${source.path}:${line} ${what}`),
    ),
  )
})

test('no default exports', () => {
  const wrong = sources
    .filter(({ path }) => !/vite\.config\.ts$/.test(path))
    .filter(({ nodes }) => nodes.some(({ type }) => type === 'ExportDefaultDeclaration'))
  none(wrong.map(({ path }) => path))
})

test('no vague names', () => {
  const vague = new Set<string>(forbiddenNames)
  const wrong = allFiles
    .filter((path) => /\.(tsx?|mjs|css|sql)$/.test(path))
    .filter((path) =>
      path.split('/').some((part) => vague.has(part.split('.')[0]?.toLowerCase() ?? '')),
    )
  none(wrong)
})

test(`folders have at most ${limits.folderEntries} entries, tests not counted`, () => {
  const entries = new Map<string, Set<string>>()
  for (const path of allFiles.filter((one) => !isTest(one) && !isOutside(one))) {
    for (let at = path; dirname(at) !== '.'; at = dirname(at)) {
      entries.set(dirname(at), (entries.get(dirname(at)) ?? new Set()).add(basename(at)))
    }
  }
  const large = [...entries].filter(([, names]) => names.size > limits.folderEntries)
  none(
    large
      .filter(([folder]) => !(folder in largeFolders))
      .map(([folder, names]) => `${folder}: ${names.size}`),
  )
  none(Object.keys(largeFolders).filter((folder) => !large.some(([name]) => name === folder)))
})

test('nothing is left to do without the number of an issue', () => {
  const open = /\b(TODO(?!\(#\d+\))|FIXME|XXX|HACK)\b/
  const inCode = sources.flatMap(({ path, comments }) =>
    comments.filter(({ what }) => open.test(what)).map(({ line }) => `${path}:${line}`),
  )
  const inTexts = allFiles.filter(
    (path) => /\.(sql|css)$/.test(path) && open.test(readFileSync(join(root, path), 'utf8')),
  )
  none([...inCode, ...inTexts])
})

test('public functions of the middle and of foundation say what they do', () => {
  const wrong = product
    .filter(
      ({ path }) =>
        (sideOf(path) === 'middle' && /\.ts$/.test(path)) || path.startsWith('foundation/server/'),
    )
    // A store's functions are named after their statement, one line each.
    .filter(({ path }) => !/\/store[\w-]*\.ts$/.test(path))
    .flatMap((source) =>
      undocumentedExports(source).map(({ line, what }) => `${source.path}:${line} ${what}`),
    )
  none(wrong)
})

test('statements stand in stores', () => {
  const wrong = statements.filter(
    ({ path }) => !/\/server\/store[\w-]*\.ts$/.test(path) && !(path in sqlElsewhere),
  )
  none(wrong.map(({ path, line, text }) => `${path}:${line} ${text.trim().slice(0, 60)}`))
})

test('prepared statements have names of their own, which begin with the room', () => {
  const names = statements.flatMap(({ name, path, line }) =>
    name === null ? [] : [{ name, path, line }],
  )
  const twice = names.filter(
    ({ name }, index) => names.findIndex((one) => one.name === name) < index,
  )
  const foreign = names.filter(
    ({ name, path }) => !name.startsWith(`${basename(roomOf(path) ?? '')}.`),
  )
  none([...twice, ...foreign].map(({ path, line, name }) => `${path}:${line} ${name}`))
})

test('every statement on a county-owned table names its county', () => {
  assert.ok(countyTables.includes('matters') && childTables.includes('events'))
  const wrong = statements.filter(
    ({ text, path, composed }) => lacksCounty(text, composed) && !(path in sqlElsewhere),
  )
  none(
    wrong.map(
      ({ path, line, text }) => `${path}:${line} ${text.replace(/\s+/g, ' ').slice(0, 100)}`,
    ),
  )
})

test('child tables of matters are read through matters, where the guard stands', () => {
  const wrong = statements.filter(
    ({ name, text }) => unguardedTables(text).length > 0 && !(name && name in unguardedReads),
  )
  none(
    wrong.map(
      ({ path, line, name, text }) =>
        `${path}:${line} ${name ?? 'planned'}: ${unguardedTables(text)}`,
    ),
  )
  const known = new Set(statements.map(({ name }) => name))
  none(Object.keys(unguardedReads).filter((name) => !known.has(name)))
})

test('the store has no place for a score, rank, check-in, track or risk label of a person', () => {
  const label = /\.\w*(score|ranking|rank|points|check_?in|track|risk|credit|profile)(_|$)/
  // What is said of a matter (its urgency, its risk, how satisfied a resident is with it) is not said of a person.
  const ofMatters = new Set(['matters', ...childTables])
  none(columns.filter((column) => label.test(column) && !ofMatters.has(column.split('.')[0] ?? '')))
})

const texts = await findTexts()
const keysIn = (language: string) =>
  new Set(texts.flatMap((found) => (found.language === language ? found.keys : [])))
const refusals = product.flatMap(refusalsOf)

test('every room that refuses or shows has its words in both languages', () => {
  const speaking = new Set([
    ...refusals.map(({ key }) => key.split('.')[0]),
    ...product
      .filter(({ path }) => /\/(desk|portal)\//.test(path) && !path.startsWith('foundation/'))
      .map(({ path }) => basename(roomOf(path) ?? '')),
  ])
  const wrong = [...speaking].flatMap((prefix) =>
    ['zh-CN', 'en']
      .filter(
        (language) =>
          !texts.some((found) => found.prefix === prefix && found.language === language),
      )
      .map((language) => `${prefix}: ${language}`),
  )
  none(wrong)
})

test('every refusal has its sentence in both languages', () => {
  const wrong = ['zh-CN', 'en'].flatMap((language) => {
    const keys = [...keysIn(language)]
    return refusals
      .filter(
        ({ key, open }) => !(open ? keys.some((one) => one.startsWith(key)) : keys.includes(key)),
      )
      .map(({ path, line, key }) => `${path}:${line} ${key} (${language})`)
  })
  none(wrong)
})

test('every sentence of a refusal is used', () => {
  const closed = new Set(refusals.filter(({ open }) => !open).map(({ key }) => key))
  const open = refusals.filter((found) => found.open).map(({ key }) => key)
  const literals = literalsIn(product)
  const used = (key: string) =>
    closed.has(key) ||
    literals.has(key) ||
    open.some((before) => key.startsWith(before) && literals.has(key.slice(before.length)))
  none([...new Set([...keysIn('zh-CN'), ...keysIn('en')])].filter((key) => !used(key)))
})
