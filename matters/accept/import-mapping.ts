import { type Static, Type } from 'typebox'
import { type Refusal, refuse } from '#foundation/refusal.ts'
import { isTimeZone } from '#foundation/time-zone.ts'

/** What a column of a file of matters can become. Fields of a work order: domain.md 2.3. */
export const importFields = [
  'sourceNumber',
  'receivedAt',
  'title',
  'words',
  'channel',
  'type',
  'category',
  'urgency',
  'placeText',
  'division',
  'divisionName',
  'lon',
  'lat',
  'happenedAt',
  'confidential',
  'replyWanted',
  'reporterName',
  'reporterPhone',
  'office',
  'reply',
  'repliedAt',
  'status',
  'closedAt',
  'satisfaction',
] as const
export type ImportField = (typeof importFields)[number]

const words = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...values] }))

const Column = Type.String({ minLength: 1, maxLength: 200 })

/** One column; several, joined or the first that is filled; or the same text for every row. */
const FieldSource = Type.Union([
  Column,
  Type.Object(
    {
      columns: Type.Array(Column, { minItems: 1, maxItems: 20 }),
      join: Type.Optional(
        Type.String({
          maxLength: 20,
          description: 'Stands between them; left out: the first filled one counts.',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  Type.Object({ value: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
])
export type FieldSource = Static<typeof FieldSource>

/** How a matter stood in the file's own system; anything open arrives here as accepted. */
export const importStates = ['open', 'closed', 'answered', 'refused', 'cancelled'] as const
export type ImportState = (typeof importStates)[number]

const StateWords = Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 50 }))

/** Order of day and month where the year stands last: 12/25/2013 or 25/12/2013. */
export const dateOrders = ['monthFirst', 'dayFirst'] as const

/** Which columns of a file mean what. Printed with `--print-map`, edited, and handed back with `--map`. */
export const ImportMapping = Type.Object(
  {
    source: Type.String({
      minLength: 1,
      maxLength: 60,
      description: 'With the number in it, the matter is known by this.',
    }),
    timeZone: Type.String({ maxLength: 60, description: 'Zone of times that carry none.' }),
    dateOrder: Type.Optional(words(dateOrders)),
    datum: Type.Optional(words(['WGS84', 'GCJ02', 'CGCS2000'] as const)),
    fields: Type.Object(
      Object.fromEntries(
        importFields.map((field) => [field, Type.Optional(FieldSource)]),
      ) as Record<ImportField, ReturnType<typeof Type.Optional<typeof FieldSource>>>,
      { additionalProperties: false },
    ),
    /** The file's words for how a matter stands. */
    states: Type.Optional(
      Type.Object(
        {
          open: StateWords,
          closed: StateWords,
          answered: StateWords,
          refused: StateWords,
          cancelled: StateWords,
        },
        { additionalProperties: false },
      ),
    ),
    /** Words that stand for nothing, beside blanks. */
    empty: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 50 })),
    /** Longitude and latitude written where nobody knew the place. */
    nowhere: Type.Optional(
      Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }), { maxItems: 20 }),
    ),
  },
  { additionalProperties: false },
)
export type ImportMapping = Static<typeof ImportMapping>

/** The columns a field is made of. */
export function columnsOf(source: FieldSource | undefined): readonly string[] {
  if (source === undefined) return []
  if (typeof source === 'string') return [source]
  return 'columns' in source ? source.columns : []
}

/**
 * Without the number in its own system a row could not be known again, without the day it came it belongs nowhere,
 * and without words it says nothing.
 */
const needed: readonly (readonly ImportField[])[] = [
  ['sourceNumber'],
  ['receivedAt'],
  ['words', 'title'],
]

/** Null when the mapping fits a file with these columns. */
export function whyNotMapping(mapping: ImportMapping, headers: readonly string[]): Refusal | null {
  if (!isTimeZone(mapping.timeZone))
    return refuse('import.timeZoneUnknown', 'invalid', {
      field: 'timeZone',
      values: { zone: mapping.timeZone },
    })
  for (const [field, source] of Object.entries(mapping.fields)) {
    const missing = columnsOf(source).find((column) => !headers.includes(column))
    if (missing !== undefined)
      return refuse('import.columnMissing', 'invalid', {
        field: `fields.${field}`,
        values: { column: missing },
      })
  }
  const lacking = needed.find((fields) =>
    fields.every((field) => columnsOf(mapping.fields[field]).length === 0),
  )
  if (!lacking) return null
  const [field = ''] = lacking
  return refuse('import.fieldUnmapped', 'invalid', { field: `fields.${field}`, values: { field } })
}
