import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { Value } from 'typebox/value'
import { type Refusal, refuse } from './refusal.ts'

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

function refusalFor({ keyword, instancePath, params }: Fault): Refusal {
  const field = fieldOf(instancePath)
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
    default:
      return refuse('foundation.fieldWrongType', 'invalid', {
        field: field || 'body',
        values: { field: field || 'body' },
      })
  }
}

/** The store keeps no NUL character; a text holding one is refused before it gets there. */
function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000')
  if (Array.isArray(value)) return value.some(hasNul)
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNul)
}

/**
 * Checks an input against its schema: null when it fits, else a refusal naming the first field at fault
 * (kinds of fault: missing, too long, unknown, wrong type or value).
 */
export function whyNotValid(schema: TSchema, value: unknown): Refusal | null {
  const validator = validatorOf(schema)
  if (validator.Check(value))
    return hasNul(value) ? refuse('foundation.invalidInput', 'invalid') : null
  const faults = validator.Errors(value) as unknown as Fault[]
  const fault =
    faults.find(({ keyword }) => keyword !== 'boolean' && keyword !== 'anyOf') ?? faults[0]
  return fault ? refusalFor(fault) : refuse('foundation.invalidInput', 'invalid')
}

/** Query strings and forms carry text only: numbers and booleans are read from it where the schema wants them. */
export function readText(schema: TSchema, value: unknown): unknown {
  return Value.Convert(schema, value)
}
