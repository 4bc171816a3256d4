import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Node, root, type Source } from './architecture-source.ts'

/** A text sent to the store. `name` is what it is prepared under; null where it is planned anew or stands loose. */
export type Statement = {
  readonly path: string
  readonly line: number
  readonly name: string | null
  readonly text: string
  /** Its conditions are put together while running, by a file that puts the county among them. */
  readonly composed: boolean
}

const migrations = globSync('database/migrations/*.sql', { cwd: root })
  .sort()
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n')

/** Tables placed by county. */
export const countyTables: readonly string[] = Array.from(
  migrations.matchAll(/place_by_county\('(\w+)'\)/g),
  ([, name = '']) => name,
)

/** Tables whose rows belong to one matter, so that the policy on `matters` decides who reads them. */
export const childTables: readonly string[] = Array.from(
  migrations.matchAll(/create table (\w+) \(([\s\S]*?)\n\)/g),
  ([, name = '', body = '']) => (/references matters\b/.test(body) ? name : ''),
).filter(Boolean)

/** All column names of the store, with their table. */
export const columns: readonly string[] = Array.from(
  migrations.matchAll(/create table (\w+) \(([\s\S]*?)\n\)/g),
  ([, table = '', body = '']) =>
    Array.from(body.matchAll(/^ {2}(\w+) /gm), ([, column]) => `${table}.${column}`),
).flat()

// Stands where a part is known only while running.
const unknown = '…'

/** Finds the text of an expression: literals, templates, sums, and constants of this file or an imported one. */
function textOf(
  node: Node,
  source: Source,
  sources: ReadonlyMap<string, Source>,
  depth = 0,
): string {
  const inner = (part: unknown) => textOf(part as Node, source, sources, depth + 1)
  if (depth > 12) return unknown
  if (node.type === 'Literal')
    return typeof node.value === 'string' ? node.value : String(node.value)
  if (node.type === 'TemplateLiteral') {
    const quasis = node.quasis as { readonly value: { readonly cooked: string } }[]
    const parts = (node.expressions as Node[]).map(inner)
    return quasis.map(({ value }, index) => value.cooked + (parts[index] ?? '')).join('')
  }
  if (node.type === 'BinaryExpression' && node.operator === '+')
    return inner(node.left) + inner(node.right)
  if (node.type === 'ConditionalExpression')
    return `${inner(node.consequent)} ${inner(node.alternate)}`
  if (node.type === 'Identifier') return constantText(String(node.name), source, sources, depth)
  return unknown
}

function constantText(
  name: string,
  source: Source,
  sources: ReadonlyMap<string, Source>,
  depth: number,
): string {
  const body = source.program.body as Node[]
  for (const node of body) {
    const declared = (
      node.type === 'ExportNamedDeclaration' ? node.declaration : node
    ) as Node | null
    for (const one of (declared?.type === 'VariableDeclaration'
      ? declared.declarations
      : []) as Node[]) {
      if ((one.id as Node).name === name && one.init)
        return textOf(one.init as Node, source, sources, depth + 1)
    }
    if (node.type !== 'ImportDeclaration') continue
    const bound = (node.specifiers as Node[]).find((one) => (one.local as Node).name === name)
    const specifier = (node.source as Node).value
    const from = bound && source.imports.find((one) => one.specifier === specifier)?.path
    const other = from ? sources.get(from) : undefined
    const original = (bound?.imported as Node | undefined)?.name
    if (other && typeof original === 'string')
      return constantText(original, other, sources, depth + 1)
  }
  return unknown
}

// What begins like SQL and goes on like it.
const looksLikeSql =
  /^\s*(select\s|with\s+(recursive\s+)?\w+\s+as\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s)/

/** The texts of a file that go to the store. */
export function statementsOf(source: Source, sources: ReadonlyMap<string, Source>): Statement[] {
  const composes = /['"`](?:\w+\.)?county = \$/.test(source.text)
  const found = (node: Node, name: string | null, body: Node): Statement => {
    const text = textOf(body, source, sources)
    const composed = composes && text.includes(`where ${unknown}`)
    return { path: source.path, line: source.lineOf(node.start), name, text, composed }
  }
  const covered: Node[] = []
  const declared = source.nodes.flatMap((node): Statement[] => {
    const callee = (node.callee as Node | undefined)?.name
    if (node.type !== 'CallExpression' || (callee !== 'prepared' && callee !== 'planned')) return []
    const [first, second] = node.arguments as Node[]
    const body = callee === 'prepared' ? second : first
    if (!first || !body) return []
    covered.push(node)
    return [found(node, callee === 'prepared' ? textOf(first, source, sources) : null, body)]
  })
  const inside = (node: Node) =>
    covered.some(({ start, end }) => node.start >= start && node.end <= end)
  const loose = source.nodes
    .filter(({ type }) => type === 'TemplateLiteral' || type === 'Literal')
    .filter((node) => !inside(node))
    .map((node) => found(node, null, node))
    .filter(({ text }) => looksLikeSql.test(text))
  return [...declared, ...loose]
}

const uses = /\b(from|join|update|using|into)\s+(?:only\s+)?(\w+)(\s*\(([^)]*))?/gi

/**
 * True when a statement uses a county-owned table without saying which county: each use needs its comparison, since
 * on Citus each table of a join does (distributed.md §3.3, rule 16); an insert names the county among its columns.
 */
export function lacksCounty(text: string, composed = false): boolean {
  let needed = composed ? -1 : 0
  for (const [, word = '', table = '', , names = ''] of text.matchAll(uses)) {
    if (!countyTables.includes(table)) continue
    if (word.toLowerCase() !== 'into') needed += 1
    else if (!/\bcounty\b/.test(names)) return true
  }
  const compared =
    text.match(/\bcounty\s*=|=\s*\w+\.county\b|\busing\s*\(\s*county\b/g)?.length ?? 0
  return compared < needed
}

/** The child tables a statement reads without joining `matters`. */
export function unguardedTables(text: string): string[] {
  if (/\b(visible_)?matters\b/.test(text)) return []
  const read = Array.from(
    text.matchAll(/(?<!delete\s+)\b(?:from|join)\s+(\w+)/gi),
    ([, table = '']) => table,
  )
  return [...new Set(read.filter((table) => childTables.includes(table)))]
}
