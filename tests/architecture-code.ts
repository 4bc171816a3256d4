import type { Found, Node, Source } from './architecture-source.ts'

const nameOf = (node: Node | null | undefined) =>
  typeof node?.name === 'string' ? node.name : null

/** A function with the name it is known by and its length in lines. */
export type FunctionFound = {
  readonly name: string
  readonly line: number
  readonly length: number
}

/** Every function of a file; an arrow function goes by the name it is given to. */
export function functionsOf(source: Source): FunctionFound[] {
  const names = new Map<unknown, string>()
  for (const node of source.nodes) {
    const name = nameOf((node.id ?? node.key) as Node | null)
    const value = node.init ?? node.value
    if (name && value) names.set(value, name)
  }
  return source.nodes
    .filter(({ type }) =>
      /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type),
    )
    .map((node) => {
      const line = source.lineOf(node.start)
      const name = nameOf(node.id as Node | null) ?? names.get(node) ?? 'a function without a name'
      return { name, line, length: source.lineOf(node.end - 1) - line + 1 }
    })
}

const isCall = (node: Node, object: string, property: string) => {
  const callee = node.callee as Node | undefined
  if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return false
  return nameOf(callee.object as Node) === object && nameOf(callee.property as Node) === property
}

/** `new Date()`, `Date()`, `Date.now()`, `performance.now()`, `process.hrtime()`. */
export function clockReads(source: Source): Found[] {
  return source.nodes
    .filter((node) => {
      if (
        isCall(node, 'Date', 'now') ||
        isCall(node, 'performance', 'now') ||
        isCall(node, 'process', 'hrtime')
      )
        return true
      if (nameOf(node.callee as Node) !== 'Date') return false
      const none = Array.isArray(node.arguments) && node.arguments.length === 0
      return node.type === 'CallExpression' || (node.type === 'NewExpression' && none)
    })
    .map((node) => ({
      line: source.lineOf(node.start),
      what: source.text.slice(node.start, node.end),
    }))
}

/** True for a file that exports only what others define. */
export function isBarrel(source: Source): boolean {
  const body = source.program.body as Node[]
  const imported = new Set(
    body
      .filter(({ type }) => type === 'ImportDeclaration')
      .flatMap((node) => (node.specifiers as Node[]).map((one) => nameOf(one.local as Node))),
  )
  const passesOn = (node: Node) =>
    node.type === 'ExportAllDeclaration' ||
    (node.type === 'ExportNamedDeclaration' &&
      (node.source != null ||
        (node.declaration == null &&
          (node.specifiers as Node[]).every((one) => imported.has(nameOf(one.local as Node))))))
  const others = body.filter(({ type }) => type !== 'ImportDeclaration')
  return others.length > 0 && others.every(passesOn)
}

const forbiddenSyntax: Readonly<Record<string, string>> = {
  TSAnyKeyword: 'any',
  TSEnumDeclaration: 'an enum',
  TSParameterProperty: 'a parameter property',
  TSModuleDeclaration: 'a namespace',
  Decorator: 'a decorator',
}

/** `any`, enums, classes that are no errors and the like. */
export function forbiddenParts(source: Source): Found[] {
  return source.nodes.flatMap((node) => {
    const line = source.lineOf(node.start)
    const what = forbiddenSyntax[node.type]
    // `declare module` describes a foreign package; it defines nothing.
    if (what && !(node.type === 'TSModuleDeclaration' && node.declare)) return [{ line, what }]
    if (!/^Class(Declaration|Expression)$/.test(node.type)) return []
    return /Error$|^Refused$/.test(nameOf(node.superClass as Node) ?? '')
      ? []
      : [{ line, what: 'a class' }]
  })
}

/** Exported functions without a docstring just before them. */
export function undocumentedExports(source: Source): Found[] {
  const isFunction = (node: Node | null) =>
    /^(ArrowFunctionExpression|FunctionExpression)$/.test(node?.type ?? '')
  return (source.program.body as Node[]).flatMap((node) => {
    const declared =
      node.type === 'ExportNamedDeclaration' ? (node.declaration as Node | null) : null
    if (!declared) return []
    const [first] = (declared.declarations as Node[] | undefined) ?? []
    const named =
      declared.type === 'FunctionDeclaration'
        ? declared
        : isFunction((first?.init as Node) ?? null)
          ? first
          : null
    if (!named || /\*\/\s*$/.test(source.text.slice(0, node.start))) return []
    return [{ line: source.lineOf(node.start), what: nameOf(named.id as Node) ?? '' }]
  })
}

/** Knots of files that import each other, directly or round a corner (Tarjan's strongly connected components). */
export function cyclesAmong(sources: readonly Source[]): string[][] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const knots: string[][] = []
  const visit = (path: string) => {
    order.set(path, order.size)
    low.set(path, order.get(path) ?? 0)
    stack.push(path)
    const lower = (value: number) => low.set(path, Math.min(low.get(path) ?? 0, value))
    for (const { path: to } of byPath.get(path)?.imports ?? []) {
      if (to === null || !byPath.has(to)) continue
      if (!order.has(to)) {
        visit(to)
        lower(low.get(to) ?? 0)
      } else if (stack.includes(to)) lower(order.get(to) ?? 0)
    }
    if (low.get(path) !== order.get(path)) return
    const knot = stack.splice(stack.indexOf(path))
    if (knot.length > 1 || byPath.get(path)?.imports.some(({ path: to }) => to === path))
      knots.push(knot.sort())
  }
  for (const { path } of sources) if (!order.has(path)) visit(path)
  return knots
}
