import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { IsDate, IsDateTime, Set as setFormat } from 'typebox/format'
import { whyNotDay } from './dates.ts'
import { isId } from './ids.ts'
import { type Refusal, refuse } from './refusal.ts'

const dayLength = '2026-01-31'.length

setFormat('uuid', isId)
// Days and moments of every contract lie between 1900 and 2200. A leap second is a moment to RFC 3339, not to us.
setFormat('date', (text) => IsDate(text) && whyNotDay(text, '') === null)
setFormat(
  'date-time',
  (text) =>
    IsDateTime(text) &&
    whyNotDay(text.slice(0, dayLength), '') === null &&
    !Number.isNaN(Date.parse(text)),
)

const compiled = new WeakMap<TSchema, Validator>()

function validatorOf(schema: TSchema): Validator {
  let validator = compiled.get(schema)
  if (!validator) {
    validator = Compile(schema) as unknown as Validator
    compiled.set(schema, validator)
  }
  return validator
}

type Fault = { keyword: string; instancePath: string; params: Record<string, unknown> }

const fieldOf = (path: string, more?: unknown) =>
  [...path.split('/').filter(Boolean), ...(typeof more === 'string' ? [more] : [])].join('.')

/** The value a JSON pointer of the validator leads to. */
function valueAt(value: unknown, pointer: string): unknown {
  let here = value
  for (const step of pointer.split('/').filter(Boolean))
    here = (here as Record<string, unknown>)?.[step]
  return here
}

function refusalForFormat(format: unknown, text: unknown, field: string): Refusal | null {
  if (typeof text !== 'string' || !String(format).startsWith('date')) return null
  const unknown = { field, values: { value: text.slice(0, 40) } }
  return (
    whyNotDay(text.slice(0, dayLength), field) ??
    refuse('foundation.dateUnknown', 'invalid', unknown)
  )
}

function refusalFor({ keyword, instancePath, params }: Fault, value: unknown): Refusal {
  const field = fieldOf(instancePath)
  const wrong = refuse('foundation.fieldWrongType', 'invalid', {
    field: field || 'body',
    values: { field: field || 'body' },
  })
  switch (keyword) {
    case 'required': {
      const missing = fieldOf(instancePath, (params.requiredProperties as string[])[0])
      return refuse('foundation.fieldMissing', 'invalid', {
        field: missing,
        values: { field: missing },
      })
    }
    case 'maxLength':
    case 'maxItems':
      return refuse('foundation.fieldTooLong', 'invalid', {
        field,
        values: { field, limit: Number(params.limit) },
      })
    case 'minLength':
    case 'minItems':
      return refuse('foundation.fieldMissing', 'invalid', { field, values: { field } })
    case 'additionalProperties': {
      const extra = fieldOf(instancePath, (params.additionalProperties as string[])[0])
      return refuse('foundation.fieldUnknown', 'invalid', {
        field: extra,
        values: { field: extra },
      })
    }
    case 'format':
      return refusalForFormat(params.format, valueAt(value, instancePath), field) ?? wrong
    default:
      return wrong
  }
}

/**
 * Where a text holds what the store cannot keep as it is: NUL, or half of a character outside the basic plane.
 * The dotted
 * path of the first one, or null. Goes down without recursion: an input may be nested as deep as its bytes allow.
 */
function findUnkept(value: unknown): string | null {
  const waiting: [path: string, value: unknown][] = [['', value]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [path, here] = next
    if (typeof here === 'string' && isUnkept(here)) return path
    if (typeof here !== 'object' || here === null) continue
    for (const [key, inner] of Object.entries(here).reverse()) {
      if (isUnkept(key)) return path
      waiting.push([path === '' ? key : `${path}.${key}`, inner])
    }
  }
  return null
}

const isUnkept = (text: string) => text.includes('\u0000') || !text.isWellFormed()

/**
 * Checks an input against its schema: null when it fits, else a refusal naming the first field at fault
 * (kinds of fault: missing, too long, unknown, no day or out of range, wrong type or value).
 */
export function whyNotValid(schema: TSchema, value: unknown): Refusal | null {
  const validator = validatorOf(schema)
  if (validator.Check(value)) {
    const field = findUnkept(value)
    if (field === null) return null
    return refuse('foundation.fieldCharacters', 'invalid', { field, values: { field } })
  }
  const faults = validator.Errors(value) as unknown as Fault[]
  const fault =
    faults.find(({ keyword }) => keyword !== 'boolean' && keyword !== 'anyOf') ?? faults[0]
  return fault ? refusalFor(fault, value) : refuse('foundation.invalidInput', 'invalid')
}

type Shape = {
  readonly type?: string
  readonly format?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
}

function readOne(shape: Shape, text: unknown): unknown {
  if (shape.type === 'array') return [text].flat().map((one) => readOne(shape.items ?? {}, one))
  if (typeof text !== 'string') return text
  if (shape.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  const isNumber = shape.type === 'number' || shape.type === 'integer'
  return isNumber && /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text
}

/**
 * Query strings and paths carry text only: numbers, booleans and lists are read from it where the schema wants them.
 * Nothing is rounded or guessed; what does not read stays text and is refused as such.
 */
export function readText(schema: TSchema, value: unknown): object {
  const { properties = {} } = schema as Shape
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, text]) => {
      const shape = Object.hasOwn(properties, name) ? properties[name] : undefined
      return [name, shape ? readOne(shape, text) : text]
    }),
  )
}

/** Ids in the lower-case form we store: a UUID may be written in capitals too (RFC 9562 §4). */
export function settleIds(schema: TSchema, value: unknown): unknown {
  return settle(schema as Shape, value)
}

function settle(shape: Shape, value: unknown): unknown {
  if (typeof value === 'string') {
    const isUuid = [shape, ...(shape.anyOf ?? [])].some(({ format }) => format === 'uuid')
    return isUuid ? value.toLowerCase() : value
  }
  const { items, properties } = shape
  if (Array.isArray(value)) return items ? value.map((one) => settle(items, one)) : value
  if (typeof value !== 'object' || value === null || !properties) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined
      return [name, known ? settle(known, inner) : inner]
    }),
  )
}
