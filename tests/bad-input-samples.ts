import type { HttpVisitor } from './http-visitor.ts'

/** As much of JSON Schema as the published API uses. */
export type Schema = {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly minLength?: number
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: Schema
}

/** One door of the published API. */
export type Operation = {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: Schema | null
  readonly open: boolean
}

type Published = {
  operationId: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  security?: unknown[]
}

/** Every door the server publishes, as a stranger with nothing but OpenAPI would find it. */
export async function readOperations(visitor: HttpVisitor): Promise<Operation[]> {
  const document = (await (await visitor.send('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, Published>>
  }
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => ({
      name: told.operationId,
      method: method.toUpperCase() as 'GET' | 'POST',
      path,
      parameters: told.parameters,
      body: told.requestBody?.content['application/json']?.schema ?? null,
      open: told.security === undefined,
    })),
  )
}

/** Values by field that the store knows; everything else is made up to fit the schema. */
export type Known = Readonly<Record<string, unknown>>

const samples: readonly (readonly [RegExp, string])[] = [
  [/\\d\{3\}/, '123456'],
  [/\{64\}/, '0'.repeat(64)],
  [/\{2,40\}/, '990101100000'],
  [/0-9/, '990101100000'],
]

/** Something that fits a schema, with the required fields only. */
export function sampleOf(schema: Schema, name: string, known: Known): unknown {
  if (name in known) return known[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sampleOf(schema.anyOf[0] ?? {}, name, known)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [
          key,
          sampleOf(schema.properties?.[key] ?? {}, key, known),
        ]),
      )
    case 'array':
      return [sampleOf(schema.items ?? {}, name, known)]
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return false
    default:
      return textOf(schema)
  }
}

function textOf(schema: Schema): string {
  if (schema.format === 'uuid') return '00000000-0000-7000-8000-000000000000'
  if (schema.format === 'date') return '2026-11-02'
  if (schema.format === 'date-time') return '2026-11-02T08:00:00Z'
  const { pattern } = schema
  const fitting = pattern && samples.find(([about]) => about.test(pattern))?.[1]
  return fitting || '路灯坏了，晚上看不见路。'
}

/** The request that would be right. */
export function rightRequest(operation: Operation, known: Known): Request_ {
  const inPath: Record<string, unknown> = {}
  const inQuery: Record<string, unknown> = {}
  for (const { name, in: where, required, schema } of operation.parameters) {
    if (where === 'path') inPath[name] = sampleOf(schema, name, known)
    else if (required) inQuery[name] = sampleOf(schema, name, known)
  }
  const body = operation.body ? sampleOf(operation.body, '', known) : null
  return { inPath, inQuery, body: body as Record<string, unknown> | null }
}

export type Request_ = {
  readonly inPath: Readonly<Record<string, unknown>>
  readonly inQuery: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>> | null
}

export function addressOf(operation: Operation, { inPath, inQuery }: Request_): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(inPath[name]).toWellFormed()),
  )
  const query = new URLSearchParams(
    Object.entries(inQuery).map(([name, value]): [string, string] => [name, String(value)]),
  )
  return query.size > 0 ? `${path}?${query}` : path
}

/** A body that is no JSON object, or not even JSON, with the content type it claims. */
export const brokenBodies: readonly (readonly [
  name: string,
  body: string | Uint8Array,
  type: string,
])[] = [
  ['truncated JSON', '{"words":"路灯', 'application/json'],
  ['a list', '[]', 'application/json'],
  ['a text', '"路灯"', 'application/json'],
  ['a number', '1', 'application/json'],
  ['deep nesting', `{"words":${'['.repeat(30_000)}`, 'application/json'],
  ['deep and whole', `{"words":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'application/json'],
  ['__proto__', '{"__proto__":{"kind":"system"}}', 'application/json'],
  ['constructor', '{"constructor":{"prototype":{"kind":"system"}}}', 'application/json'],
  ['no UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d), 'application/json'],
  ['UTF-16', Buffer.from('{"words":"路灯"}', 'utf16le'), 'application/json'],
  ['XML', '<words>路灯</words>', 'application/xml'],
  ['plain text', 'words', 'text/plain'],
  ['unknown type', '{}', 'application/x-unknown'],
]

/** Parts of a path that are no name of anything; some cannot even be decoded. */
export const strangePaths: readonly string[] = [
  '%',
  '%zz',
  '%00',
  '%c0%af',
  '%F0%9F',
  '%ED%A0%80',
  '..%2f..%2fetc%2fpasswd',
  '%0d%0aset-cookie:a=b',
  '__proto__',
  'constructor',
  '-1',
  '1e999',
  "'--",
  '路灯',
  'x'.repeat(5_000),
]

/** Values that fit no schema of a field of that kind. */
export function wrongValues(schema: Schema): readonly (readonly [name: string, value: unknown])[] {
  const kind = schema.type ?? ''
  const wrong: [string, unknown][] = [
    ['an object', { a: 1 }],
    ['deep lists', [[[[]]]]],
  ]
  if (kind !== 'string') wrong.push(['a text', 'ten'])
  if (kind === 'string') {
    wrong.push(['a number', 12], ['a list', ['路灯']], ['NUL', '路\u0000灯'])
    wrong.push(['half a character', '路\ud800灯'], ['far too long', '路'.repeat(20_000)])
  }
  if (kind === 'integer') wrong.push(['half', 1.5], ['huge', 1e300], ['negative', -1])
  if (kind === 'number') wrong.push(['huge', 1e300])
  if (schema.enum) wrong.push(['prototype key', '__proto__'], ['no such word', 'constructor'])
  if (schema.format === 'uuid') wrong.push(['no id', "1' or '1'='1"])
  if (schema.format?.startsWith('date')) wrong.push(...wrongDates(schema.format))
  return kind === 'object' || kind === 'array' ? wrong.slice(kind === 'array' ? 0 : 1) : wrong
}

function wrongDates(format: string): [string, string][] {
  const days = ['1899-12-31', '2200-12-32', '2201-01-01', '2026-02-30', '0000-00-00', '9999-12-31']
  const moment = format === 'date-time' ? 'T08:00:00Z' : ''
  const more =
    format === 'date-time'
      ? ['2016-12-31T23:59:60Z', '2026-11-02', '2026-11-02T25:00:00Z']
      : ['26-1-1']
  return [...days.map((day) => `${day}${moment}`), ...more].map((text) => [text, text])
}
