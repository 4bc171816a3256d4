import { type Refusal, refuse } from '#foundation/refusal.ts'
import { isDay, type TimeUnit, timeUnits } from '#foundation/time.ts'
import type { ItemLimit } from './model.ts'

/** A row of a table as it was read: cells by the plain title of their column. */
export type TableCells = { readonly row: number; readonly cells: Readonly<Record<string, string>> }

/** What is wrong with one row, by its number in the file. */
export type RowTrouble = { readonly row: number; readonly refusal: Refusal }

/** A title or word as it is compared: "Legal basis", "legal_basis" and "legalBasis" are one. */
export const plainTitle = (title: string) => title.toLowerCase().replace(/[\s_*:：-]/g, '')

/**
 * A column: the plain titles it may have, the first of which is named in refusals; the longest text; whether it must be
 * filled.
 */
export type Column = {
  readonly titles: readonly [string, ...string[]]
  readonly lengthMax: number
  readonly needed?: true
}
export type Columns<Name extends string> = Readonly<Record<Name, Column>>

/** The text of a cell without blanks around it; empty where the table has no such column. */
function cellOf({ cells }: TableCells, { titles }: Column): string {
  for (const title of titles) {
    const found = cells[title]?.trim()
    if (found) return found
  }
  return ''
}

/** Null when every needed cell is filled and none is too long. */
function whyNotCells(row: TableCells, columns: Columns<string>): Refusal | null {
  for (const column of Object.values(columns)) {
    const values = { column: column.titles[0], limit: column.lengthMax }
    const text = cellOf(row, column)
    if (column.needed && text === '')
      return refuse('dispatch.row.cellMissing', 'invalid', { values })
    if (text.length > column.lengthMax)
      return refuse('dispatch.row.cellTooLong', 'invalid', { values })
  }
  return null
}

/** Null when a table has every needed column under one of its titles. */
export function whyNotHeaders(
  headers: readonly string[],
  columns: Columns<string>,
): Refusal | null {
  const present = new Set(headers.map(plainTitle))
  const missing = Object.values(columns)
    .filter(({ needed, titles }) => needed && !titles.some((title) => present.has(title)))
    .map(({ titles }) => titles[0])
  if (missing.length === 0) return null
  return refuse('dispatch.row.columnsMissing', 'invalid', {
    values: { columns: missing.join('、') },
  })
}

// A law that says 日 without 工作 means calendar days (Civil Code art. 200); 小时 is a continuous clock.
const unitNames: Readonly<Record<string, TimeUnit>> = {
  ...Object.fromEntries(timeUnits.map((unit) => [plainTitle(unit), unit])),
  ...Object.fromEntries(timeUnits.map((unit) => [`${plainTitle(unit)}s`, unit])),
  hour: 'urgentHour',
  hours: 'urgentHour',
  calendarday: 'naturalDay',
  calendardays: 'naturalDay',
  day: 'naturalDay',
  days: 'naturalDay',
  紧急工作时: 'urgentHour',
  小时: 'urgentHour',
  工作时: 'workingHour',
  工作日: 'workingDay',
  自然日: 'naturalDay',
  日: 'naturalDay',
  天: 'naturalDay',
}

/** A limit written in one text (“5 个工作日”) or two (“5”, “工作日”); null for what is none. */
export function limitFrom(amountText: string, unitText: string): ItemLimit | null {
  const parts = /^(\d{1,5}(?:\.\d+)?)\s*个?([^\d]*)$/.exec(amountText)
  const unit = unitNames[plainTitle(parts?.[2] || unitText)]
  const amount = Number(parts?.[1])
  if (!parts || unit === undefined || amount <= 0 || amount > 10_000) return null
  const whole = unit === 'urgentHour' || unit === 'workingHour' || Number.isInteger(amount)
  return whole ? { unit, amount } : null
}

/**
 * A day as tables write it: 2026-01-31, 2026/1/31, 2026年1月31日, or with a spreadsheet's midnight behind; null for what
 * is none.
 */
export function dayFrom(text: string): string | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T00:00:00(?:\.000)?)?$/.exec(text)
  if (!parts) return null
  const [, year = '', month = '', date = ''] = parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) && day >= '1900-01-01' && day < '2201-01-01' ? day : null
}

/** What a county knows, by what a table may call it: a code, an id or a name. Null for what it does not know. */
export type Known = {
  readonly office: (called: string) => string | null
  readonly category: (called: string) => string | null
  readonly division: (called: string) => string | null
}

const wholeCounty: ReadonlySet<string> = new Set(['全县', '全区', '全市', 'wholecounty'])

/** Reads the cells of one row. What cannot be read is null and leaves a fault; a row with a fault is no item. */
export function openRow(row: TableCells, columns: Columns<string>, known: Known) {
  const first = whyNotCells(row, columns)
  const faults: Refusal[] = first ? [first] : []
  const fault = (key: string, values: Record<string, string>) => {
    faults.push(refuse(key, 'invalid', { values }))
    return null
  }
  const text = (column: Column) => cellOf(row, column)
  const office = (called: string, { titles }: Column) =>
    known.office(called) ??
    fault('dispatch.row.officeUnknown', { column: titles[0], office: called })
  return {
    faults,
    text,
    day(column: Column) {
      const told = text(column)
      if (told === '') return null
      return (
        dayFrom(told) ?? fault('dispatch.row.dayMalformed', { column: column.titles[0], day: told })
      )
    },
    limit(amountIn: Column, unitIn: Column) {
      const told = text(amountIn)
      if (told === '') return null
      return limitFrom(told, text(unitIn)) ?? fault('dispatch.row.limitMalformed', { limit: told })
    },
    office(column: Column) {
      const called = text(column)
      return called === '' ? null : office(called, column)
    },
    /** Offices parted by 、 or the like. */
    offices(column: Column): string[] {
      const named = text(column)
        .split(/[、,，;；|\n]/)
        .map((name) => name.trim())
      const found = named.filter((name) => name !== '').map((name) => office(name, column))
      const ids = found.filter((id) => id !== null)
      const twice = ids.find((id, at) => ids.indexOf(id) < at)
      if (twice !== undefined)
        fault('dispatch.row.officeTwice', { office: named[found.lastIndexOf(twice)] ?? '' })
      return ids
    },
    category(column: Column) {
      const called = text(column)
      if (called === '') return null
      return known.category(called) ?? fault('dispatch.categoryUnknown', { category: called })
    },
    /** Null also for the whole county. */
    division(column: Column) {
      const called = text(column)
      if (called === '' || wholeCounty.has(plainTitle(called))) return null
      return known.division(called) ?? fault('dispatch.divisionUnknown', { division: called })
    },
  }
}

/** What a table would change of a list of the county. */
export type ListPlan<Item> = {
  readonly added: Item[]
  /** Items that go on with another content: the old version ends where the new one begins. */
  readonly renewed: { readonly old: Item; readonly fresh: Item }[]
  readonly unchanged: number
  /** Items without an end that no row names. */
  readonly lacking: Item[]
  readonly troubles: RowTrouble[]
}

type Version = { readonly validFrom: string; readonly validTo: string | null }

/** A row read into an item; `dated` when the row itself named the first day. */
export type ReadRow<Item> =
  | { readonly item: Item; readonly dated: boolean }
  | { readonly refusal: Refusal }

/**
 * Compares a table with the list as it stands. Imported again nothing changes; items the table lacks stay.
 * @param keyOf what an item is known by
 * @param standing versions that hold on the day or later, in order
 */
export function planList<Item extends Version>(
  rows: readonly TableCells[],
  read: (row: TableCells) => ReadRow<Item>,
  keyOf: (item: Item) => string,
  standing: readonly Item[],
): ListPlan<Item> {
  const plan: ListPlan<Item> & { unchanged: number } = {
    added: [],
    renewed: [],
    unchanged: 0,
    lacking: [],
    troubles: [],
  }
  const before = Map.groupBy(standing, keyOf)
  const seen = new Map<string, number>()
  for (const row of rows) {
    const told = read(row)
    const refusal =
      'refusal' in told ? told.refusal : placeInPlan(told, row.row, keyOf, { before, seen, plan })
    if (refusal) plan.troubles.push({ row: row.row, refusal })
  }
  plan.lacking.push(...standing.filter((item) => item.validTo === null && !seen.has(keyOf(item))))
  return plan
}

type Planning<Item> = {
  readonly before: ReadonlyMap<string, readonly Item[]>
  readonly seen: Map<string, number>
  readonly plan: ListPlan<Item> & { unchanged: number }
}

function placeInPlan<Item extends Version>(
  { item, dated }: { item: Item; dated: boolean },
  row: number,
  keyOf: (item: Item) => string,
  { before, seen, plan }: Planning<Item>,
): Refusal | null {
  const key = keyOf(item)
  const twin = seen.get(key)
  if (twin !== undefined) return refuse('dispatch.row.twice', 'invalid', { values: { row: twin } })
  seen.set(key, row)
  if (item.validTo !== null && item.validTo < item.validFrom)
    return refuse('dispatch.dayOutOfOrder', 'invalid')
  const versions = before.get(key) ?? []
  const same = versions.find((old) =>
    isSame(old, dated ? item : { ...item, validFrom: old.validFrom }),
  )
  const last = versions.at(-1)
  if (same) plan.unchanged += 1
  else if (!last) plan.added.push(item)
  else if (item.validFrom > last.validFrom) plan.renewed.push({ old: last, fresh: item })
  else return refuse('dispatch.row.olderVersion', 'conflict', { values: { day: last.validFrom } })
  return null
}

const isSame = (a: object, b: object) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (item: object) => Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))
