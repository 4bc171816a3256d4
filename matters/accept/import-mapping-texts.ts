import { type Refusal, refuse } from '#foundation/refusal.ts'
import {
  type FieldSource,
  type ImportField,
  type ImportMapping,
  importFields,
} from './import-mapping.ts'

/** What a row says, by field; empty where it says nothing. */
export type Texts = Readonly<Record<ImportField, string>>

const nothing: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '—',
  '/',
  '无',
  '暂无',
  'n/a',
  'na',
  'null',
  'none',
  'nan',
  'unspecified',
])

// Longest texts of imported matters, in characters. A cut title goes whole into the words, which are never cut.
const cutAt: Partial<Record<ImportField, number>> = {
  title: 120,
  placeText: 200,
  office: 100,
  category: 40,
  channel: 40,
  type: 40,
  status: 40,
  satisfaction: 40,
  divisionName: 40,
  reporterName: 50,
  reporterPhone: 30,
}
const neverCut: Partial<Record<ImportField, number>> = {
  words: 20_000,
  reply: 20_000,
  sourceNumber: 80,
}

function textOf(source: FieldSource | undefined, cellOf: (column: string) => string): string {
  if (source === undefined) return ''
  if (typeof source === 'string') return cellOf(source)
  if ('value' in source) return source.value
  const parts = source.columns.map(cellOf).filter((part) => part !== '')
  if (source.join === undefined) return parts[0] ?? ''
  const different = parts.filter(
    (part, i) => parts.findIndex((other) => other.toLowerCase() === part.toLowerCase()) === i,
  )
  return different.join(source.join)
}

/** The texts of a row by field, blanks and words that stand for nothing made empty. */
export function textsOf(
  cells: Readonly<Record<string, string>>,
  { fields, empty = [] }: ImportMapping,
): Texts {
  const ignored = new Set(empty.map((word) => word.toLowerCase()))
  const cellOf = (column: string) => {
    const text = (cells[column] ?? '').replaceAll('\u0000', '').trim()
    const plain = text.toLowerCase()
    return nothing.has(plain) || ignored.has(plain) ? '' : text
  }
  return Object.fromEntries(
    importFields.map((field) => [field, textOf(fields[field], cellOf)]),
  ) as Texts
}

/** Cuts what may be cut, and says so; `fatal` when something may not. */
export function fitTexts(texts: Texts): { texts: Texts; troubles: Refusal[]; fatal: boolean } {
  const troubles: Refusal[] = []
  const tooLong = (field: string, limit: number, key: string) =>
    troubles.push(refuse(key, 'invalid', { field, values: { limit } }))
  let fatal = false
  const fitted = Object.entries(texts).map(([field, text]) => {
    const hard = neverCut[field as ImportField]
    if (hard !== undefined && text.length > hard) {
      fatal = true
      tooLong(field, hard, 'import.textTooLong')
    }
    const soft = cutAt[field as ImportField]
    if (soft === undefined || text.length <= soft) return [field, text]
    tooLong(field, soft, 'import.textCut')
    const characters = [...text.slice(0, soft * 2)]
    return [field, `${characters.slice(0, soft - 1).join('')}…`]
  })
  return { texts: Object.fromEntries(fitted) as Texts, troubles, fatal }
}
