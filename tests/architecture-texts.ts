import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cataloguePrefix, isCatalogue, isTest } from './architecture-plan.ts'
import { allFiles, type Node, root, type Source } from './architecture-source.ts'

/** The keys of refusals a catalogue has texts for, as `<room>.<name>`. */
export type TextsFound = {
  readonly path: string
  readonly language: 'zh-CN' | 'en'
  readonly prefix: string
  readonly keys: readonly string[]
}

type Texts = { readonly [key: string]: string | Texts }

const keysOf = (texts: Texts, before: string): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}.${key}`] : keysOf(value, `${before}.${key}`),
  )

/** Loads every catalogue and lists its refusals. */
export async function findTexts(): Promise<TextsFound[]> {
  const paths = allFiles.filter((path) => isCatalogue(path) && !path.startsWith('tests/'))
  return Promise.all(
    paths.map(async (path) => {
      const loaded = (await import(pathToFileURL(join(root, path)).href)) as Record<
        string,
        { refusals?: Texts }
      >
      const prefix = cataloguePrefix(path)
      const keys = Object.values(loaded).flatMap((words) => keysOf(words.refusals ?? {}, prefix))
      return { path, language: path.endsWith('zh-CN.ts') ? 'zh-CN' : 'en', prefix, keys } as const
    }),
  )
}

/** A refusal made in code: its key, or where a part is filled in, the words before that part. */
export type RefusalFound = {
  readonly path: string
  readonly line: number
  readonly key: string
  readonly open: boolean
}

/** The keys an expression can come out as; an unknown one is passed over, its parts are found elsewhere. */
function keysIn(node: Node): { key: string; open: boolean }[] {
  if (node.type === 'Literal' && typeof node.value === 'string')
    return [{ key: node.value, open: false }]
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].flatMap((part) => keysIn(part as Node))
  if (node.type === 'LogicalExpression')
    return [node.left, node.right].flatMap((part) => keysIn(part as Node))
  if (node.type !== 'TemplateLiteral') return []
  const [first] = node.quasis as { readonly value: { readonly cooked: string } }[]
  return first ? [{ key: first.value.cooked, open: (node.expressions as Node[]).length > 0 }] : []
}

/** Every `refuse(…)` of the product. */
export function refusalsOf(source: Source): RefusalFound[] {
  if (isTest(source.path)) return []
  return source.nodes
    .filter((node) => node.type === 'CallExpression' && (node.callee as Node).name === 'refuse')
    .flatMap((node) => {
      const [first] = node.arguments as Node[]
      return first
        ? keysIn(first).map((found) => ({
            path: source.path,
            line: source.lineOf(node.start),
            ...found,
          }))
        : []
    })
}

/** Every text written in the product's code outside catalogues: where a key filled in from a table can be found. */
export function literalsIn(sources: readonly Source[]): Set<string> {
  const found = new Set<string>()
  for (const source of sources) {
    if (isTest(source.path) || isCatalogue(source.path)) continue
    for (const node of source.nodes) {
      if (node.type === 'Literal' && typeof node.value === 'string') found.add(node.value)
      // A table's keys are its words too: `{ urged: … }`.
      else if (node.type === 'Property' && (node.key as Node).type === 'Identifier')
        found.add(String((node.key as Node).name))
    }
  }
  return found
}
