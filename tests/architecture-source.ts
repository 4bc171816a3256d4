// Reads every source file of the house once and gathers what the rules of tests/architecture.test.ts ask about.
// Parsed by the parser that comes with Vite (oxc): TypeScript 7 has no compiler API for JavaScript.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'
import { floors, outside } from './architecture-plan.ts'

export const root = join(import.meta.dirname, '..')

export type Node = { readonly type: string; readonly start: number; readonly end: number } & {
  readonly [part: string]: unknown
}

/** `path` is the imported file from the root, null for a package or a built-in module. */
export type Import = {
  readonly specifier: string
  readonly path: string | null
  readonly line: number
  readonly typeOnly: boolean
}
export type Found = { readonly line: number; readonly what: string }
export type Source = {
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
  readonly program: Node
  readonly comments: readonly Found[]
  readonly imports: readonly Import[]
  /** Every node of the file, parents before children. */
  readonly nodes: readonly Node[]
  lineOf(offset: number): number
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** The children of a node, whatever the parts are called. */
function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((part) =>
    Array.isArray(part) ? part.filter(isNode) : isNode(part) ? [part] : [],
  )
}

function flatten(program: Node): Node[] {
  const nodes: Node[] = []
  const waiting: Node[] = [program]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.push(node)
    waiting.push(...childrenOf(node).reverse())
  }
  return nodes
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || (node.importKind ?? node.exportKind) === 'type') return true
  const specifiers = (node.specifiers as Node[] | undefined) ?? []
  return (
    specifiers.length > 0 &&
    specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type')
  )
}

/** Static, re-exported, dynamic and type imports alike. */
function importsOf(
  path: string,
  nodes: readonly Node[],
  lineOf: (offset: number) => number,
): Import[] {
  return nodes.flatMap((node) => {
    if (
      !/^(Import(Declaration|Expression)|Export(Named|All)Declaration|TSImportType)$/.test(
        node.type,
      )
    )
      return []
    const source = node.source as Node | null
    if (typeof source?.value !== 'string') return []
    const specifier = source.value
    const own = /^\.\.?\//.test(specifier) ? posix.join(posix.dirname(path), specifier) : null
    const found = {
      specifier,
      path: specifier.startsWith('#') ? specifier.slice(1) : own,
      line: lineOf(node.start),
      typeOnly: isTypeOnly(node),
    }
    return [found]
  })
}

/** Parses the text of a file; throws with its path when it is no TypeScript. */
export function parseSource(path: string, text: string): Source {
  const parsed = parseSync(path, text)
  const [trouble] = parsed.errors
  if (trouble) throw new Error(`${path}: ${trouble.message}`)
  const program = parsed.program as unknown as Node
  const lineOf = lineFinder(text)
  const nodes = flatten(program)
  return {
    path,
    text,
    lines: text.replace(/\n$/, '').split('\n'),
    program,
    comments: parsed.comments.map(({ value, start }) => ({ line: lineOf(start), what: value })),
    imports: importsOf(path, nodes, lineOf),
    nodes,
    lineOf,
  }
}

const tops = [
  ...new Set([...floors.flat().map((room) => room.split('/')[0] ?? ''), 'civic', ...outside]),
]
const foreign = /(^|\/)(node_modules|\.build|dist|data)\//

/** Every file under the rooms and the folders outside, with `/` in its path. */
export const allFiles: readonly string[] = tops
  .filter((top) => existsSync(join(root, top)))
  .flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      ),
  )
  .filter((path) => !foreign.test(path))
  .sort()

export const sources: readonly Source[] = allFiles
  .filter((path) => /\.(tsx?|mjs)$/.test(path))
  .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')))
