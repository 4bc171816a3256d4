import { Readable } from 'node:stream'
import { type Static, Type } from 'typebox'
import type { Language } from '#foundation/languages.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { Column, ColumnKind, TableRecord } from '#foundation/server/write-table/cells.ts'
import { writeCsv, writeXlsx } from '#foundation/server/write-table.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import { note } from '#people/server/staff/audit.ts'
import { listFilters, type MatterRow } from '../contract.ts'
import { en } from '../en.ts'
import { columnsFrom, type ListColumn } from '../lists/columns.ts'
import { zh } from '../zh-CN.ts'
import type { Engine } from './engine.ts'
import { categoriesPresent } from './import-batch-categories.ts'
import { listPage, type Names } from './list.ts'

export const exportFormats = ['csv', 'xlsx', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The filters of the list, and the columns on the screen in their order: an export has no pages. */
export const ExportInput = Type.Object(
  {
    ...listFilters,
    columns: Type.Optional(
      Type.String({ maxLength: 200, description: 'names of columns, `title,due`; all without' }),
    ),
  },
  { additionalProperties: false },
)
export type ExportInput = Static<typeof ExportInput>

type Row = Static<typeof MatterRow>

const kinds = {
  number: 'text',
  kind: 'text',
  state: 'text',
  flags: 'text',
  title: 'text',
  category: 'text',
  urgency: 'text',
  channel: 'text',
  division: 'text',
  divisionCode: 'text',
  placeText: 'text',
  leadOffice: 'text',
  receivedAt: 'moment',
  dueAt: 'moment',
  closedAt: 'moment',
  confidential: 'text',
} as const satisfies Record<keyof typeof zh.export.columns, ColumnKind>
type Key = keyof typeof kinds

const wordsOf = (language: Language) => (language === 'en' ? en : zh)

/** What stands in one column of the screen, as columns of a file: each value in a cell of its own. */
const shownAs: Readonly<Record<ListColumn, readonly Key[]>> = {
  title: ['title', 'flags'],
  due: ['dueAt'],
  state: ['state'],
  place: ['division', 'placeText'],
  category: ['category'],
  urgency: ['urgency'],
  office: ['leadOffice'],
  number: ['number'],
  kind: ['kind'],
  channel: ['channel'],
  received: ['receivedAt'],
}

/** All columns, or those of the screen in its order. */
function columnsFor(language: Language, shown: string | undefined): Column<Key>[] {
  const titles = wordsOf(language).export.columns
  const keys =
    shown === undefined
      ? (Object.keys(kinds) as Key[])
      : columnsFrom(shown).flatMap((column) => shownAs[column])
  return keys.map((key) => ({ key, title: titles[key], kind: kinds[key] }))
}

const momentOrNull = (text: string | null) => (text === null ? null : new Date(text))

/** A row of the list as a reader of tables sees it: words instead of codes. */
function recordOf(
  row: Row,
  language: Language,
  categories: ReadonlyMap<string, string>,
): TableRecord<Key> {
  const words = wordsOf(language)
  const { number, title, placeText, division, confidential } = row
  return {
    ...{ number, title, placeText, divisionCode: division },
    kind: words.kind[row.kind],
    state: words.state[row.state],
    flags: row.flags.map((flag) => words.flag[flag]).join('、'),
    category: row.category && (categories.get(row.category) ?? row.category),
    urgency: words.urgency[row.urgency],
    channel: words.channel[row.channel],
    division: row.divisionName,
    leadOffice: row.leadOfficeName,
    receivedAt: new Date(row.receivedAt),
    dueAt: momentOrNull(row.dueAt),
    closedAt: momentOrNull(row.closedAt),
    confidential: confidential ? words.export.yes : words.export.no,
  }
}

export type Exporting = { readonly engine: Engine; readonly names: Names }

/** Who exports, when, and from which network address where there is one. */
export type ExportAsked = {
  readonly by: Actor
  readonly now: Date
  readonly address: string | null
}

const pageLength = 500

/**
 * Every row of the list, page after page under the guard of who asks; no page holds a transaction while a slow
 * reader reads.
 */
async function* rowsOf(
  { engine, names }: Exporting,
  { columns: _, ...filters }: ExportInput,
  { by, now }: ExportAsked,
): AsyncGenerator<Row> {
  let after: string | undefined
  // What fits best is an order for a page, not for a file.
  const found = filters.order === 'relevance' ? undefined : filters.order
  const order = found ?? (filters.words && !filters.queue ? 'received' : undefined)
  do {
    const county = await engine.countyOf(by.county, now)
    const page = await engine.database.within(scopeOf(by), (sql) =>
      listPage(
        { ...filters, order, bare: true, limit: pageLength, ...(after && { after }) },
        { by, now, sql, actId: newId(now) },
        county,
        names,
      ),
    )
    yield* page.rows
    after = page.next ?? undefined
  } while (after)
}

async function* linesOf(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  for await (const { may: _, left: _left, ...row } of rows) yield `${JSON.stringify(row)}\n`
}

async function* recordsOf(
  rows: AsyncIterable<Row>,
  language: Language,
  categories: ReadonlyMap<string, string>,
): AsyncGenerator<TableRecord<Key>> {
  for await (const row of rows) yield recordOf(row, language, categories)
}

/**
 * The list as a file: the same filters, rows and guard as on the screen, in its order, without who reported.
 * That it was taken out
 * stands in the audit log before the first row leaves (PIPL art. 51: who may take out what is settled and recorded).
 */
export async function exportMatters(
  exporting: Exporting,
  input: ExportInput,
  format: ExportFormat,
  asked: ExportAsked,
): Promise<Readable> {
  const { engine } = exporting
  const { by, now, address } = asked
  const { county, language } = by
  const { calendar } = await engine.countyOf(county, now)
  const present = await engine.database.within(scopeOf(by), async (sql) => {
    const detail = { format, ...input }
    await note(sql, { county, at: now, person: by.person, what: 'exportMatters', detail, address })
    return categoriesPresent(sql, county)
  })
  const rows = rowsOf(exporting, input, asked)
  if (format === 'jsonl') return Readable.from(linesOf(rows), { objectMode: false })
  const names = present.map(
    ({ code, name, nameEn }) => [code, language === 'en' ? nameEn : name] as const,
  )
  const records = recordsOf(rows, language, new Map(names))
  const { timeZone } = calendar
  const columns = columnsFor(language, input.columns)
  return format === 'csv'
    ? writeCsv(records, columns, { timeZone })
    : writeXlsx(records, columns, { timeZone, sheet: wordsOf(language).export.name })
}
