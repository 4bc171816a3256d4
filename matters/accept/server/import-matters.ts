import { type Refusal, Refused, refuse } from '#foundation/refusal.ts'
import type { TableNote } from '#foundation/server/read-table/table.ts'
import type { Day } from '#foundation/time.ts'
import {
  addImportedCategories,
  categoriesPresent,
  type ImportedCategory,
} from '#matters/matter/server/import-batch-categories.ts'
import { systemActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import { readOfficeNames } from '#people/server/office-names.ts'
import { note } from '#people/server/staff/audit.ts'
import { type ImportMapping, whyNotMapping } from '../import-mapping.ts'
import { recogniseForm } from '../import-mapping-forms.ts'
import type { ImportRow } from '../import-mapping-row.ts'
import { officeNamed, officesByName, planImportedCategories } from './import/names.ts'
import { openRowPlaces } from './import/places.ts'
import { type FileRow, openFileOfMatters, rowsOfFile } from './import/rows.ts'
import { type ImportTask, writeBatch } from './import/write.ts'
import type { Acceptance } from './submit.ts'

export type ImportOptions = {
  readonly county: number
  /** Division code of the county. */
  readonly code: string
  readonly path: string
  /** Null: recognised by the file's headers. */
  readonly mapping: ImportMapping | null
  /** Another name for where the matters come from than the mapping's. */
  readonly source?: string
  readonly dryRun: boolean
  readonly publish: boolean
  /** Rows to read at most. */
  readonly limit: number
  readonly now: Date
  readonly signal: AbortSignal
  readonly say: (progress: { rows: number; made: number }) => void
}

export type RowTrouble = { readonly row: number; readonly refusal: Refusal }

export type ImportReport = {
  readonly form: string | null
  readonly source: string
  readonly timeZone: string
  readonly notes: readonly TableNote[]
  /** Positions came without a datum: kept, and used for nothing. */
  readonly datumUnknown: boolean
  readonly rows: number
  readonly made: number
  readonly known: number
  /** Imported before and different now; what is here stays as it is. */
  readonly changed: readonly { readonly row: number; readonly sourceNumber: string }[]
  /** Rows that could not be taken. */
  readonly left: number
  readonly categories: readonly ImportedCategory[]
  readonly offices: { readonly matched: number; readonly unmatched: number }
  /** At most `mostTroubles` of them, by row. */
  readonly troubles: readonly RowTrouble[]
  readonly troubleCount: number
  readonly stopped: boolean
}

const batchSize = 500
const mostTroubles = 10_000

/**
 * The mapping a file is read by: the one that was given, else the one its headers show. @throws Refused when neither
 * fits
 */
export async function chooseMapping(
  path: string,
  given: ImportMapping | null,
  source?: string,
): Promise<{ form: string | null; mapping: ImportMapping; notes: readonly TableNote[] }> {
  const table = await openFileOfMatters(path)
  await table.close()
  const { headers, notes } = table
  const recognised = given ? { form: null, mapping: given } : recogniseForm(headers)
  if (!recognised) {
    const columns = headers.slice(0, 30).join('、').slice(0, 500)
    throw new Refused(
      refuse('import.formUnknown', 'invalid', { field: 'file', values: { columns } }),
    )
  }
  const wrong = whyNotMapping(recognised.mapping, headers)
  if (wrong) throw new Refused(wrong)
  const { form, mapping } = recognised
  return { form, mapping: source ? { ...mapping, source } : mapping, notes }
}

/** What one pass over the file shows before anything is written. */
type Survey = {
  rows: number
  left: number
  troubles: RowTrouble[]
  troubleCount: number
  firstDays: Map<string, Day>
  offices: Set<string>
}

function listTroubles(survey: Survey, row: number, troubles: readonly Refusal[]): void {
  survey.troubleCount += troubles.length
  const room = mostTroubles - survey.troubles.length
  for (const refusal of troubles.slice(0, Math.max(0, room))) survey.troubles.push({ row, refusal })
}

async function surveyRows(
  rows: AsyncIterable<FileRow>,
  dayOf: (moment: Date) => Day,
): Promise<Survey> {
  const survey: Survey = {
    ...{ rows: 0, left: 0, troubles: [], troubleCount: 0 },
    firstDays: new Map(),
    offices: new Set(),
  }
  for await (const { at, row, troubles } of rows) {
    survey.rows += 1
    listTroubles(survey, at, troubles)
    if (!row) {
      survey.left += 1
      continue
    }
    const day = dayOf(row.receivedAt)
    const first = survey.firstDays.get(row.category)
    if (row.category !== '' && (first === undefined || day < first))
      survey.firstDays.set(row.category, day)
    if (row.office !== '') survey.offices.add(row.office)
  }
  return survey
}

async function* batchesOf(rows: AsyncIterable<FileRow>): AsyncGenerator<ImportRow[]> {
  let batch: ImportRow[] = []
  for await (const { row } of rows) {
    if (row) batch.push(row)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** What the county knows before the first row: its offices by name and what its categories are called in the file. */
async function prepareTask(
  acceptance: Acceptance,
  { firstDays }: Survey,
  mapping: ImportMapping,
  options: ImportOptions,
): Promise<{
  task: ImportTask
  added: readonly ImportedCategory[]
  offices: ReadonlyMap<string, string>
}> {
  const { engine } = acceptance
  const { county: number, code, now, dryRun, publish } = options
  const county = await engine.countyOf(number, now)
  const by = systemActor(number)
  const { offices, plan } = await engine.database.within(scopeOf(by), async (sql) => {
    const [names, present] = await Promise.all([
      readOfficeNames(sql, number),
      categoriesPresent(sql, number),
    ])
    const plan = planImportedCategories(firstDays, present)
    if (!dryRun) await addImportedCategories(sql, number, plan.added)
    return { offices: officesByName(names), plan }
  })
  const { datum, source } = mapping
  const placeOf = openRowPlaces({ county: number, code, datum, now, dayOf: county.dayOf })
  const officeOf = (name: string) => officeNamed(offices, name)
  const task = {
    acceptance,
    county,
    by,
    source,
    datum,
    publish,
    dryRun,
    now,
    placeOf,
    officeOf,
    categories: plan.codes,
  }
  return { task, added: plan.added, offices }
}

/**
 * Takes the matters of a file into a county: read twice, first to learn what is in it and what is wrong with it, then
 * to write in batches, each in a transaction of its own. A matter is known by source and number: importing again
 * doubles nothing, also after a crash.
 * @throws Refused when the file as a whole cannot be taken
 */
export async function importMatters(
  acceptance: Acceptance,
  options: ImportOptions,
): Promise<ImportReport> {
  const { path, signal, dryRun, now, say, county: number } = options
  const { form, mapping, notes } = await chooseMapping(path, options.mapping, options.source)
  const { engine } = acceptance
  const county = await engine.countyOf(number, now)
  const survey = await surveyRows(rowsOfFile(path, mapping, options), county.dayOf)
  const { task, added, offices } = await prepareTask(acceptance, survey, mapping, options)
  const changed: { row: number; sourceNumber: string }[] = []
  let [made, known, done] = [0, 0, 0]
  for await (const batch of batchesOf(rowsOfFile(path, mapping, options))) {
    if (signal.aborted) break
    const written = await writeBatch(task, batch)
    made += written.made
    known += written.known
    done += batch.length
    changed.push(...written.changed)
    for (const { row, troubles } of written.troubles) listTroubles(survey, row, troubles)
    say({ rows: done, made })
  }
  const { source, timeZone } = mapping
  if (!dryRun && made > 0) {
    const entry = {
      county: number,
      at: now,
      person: null,
      what: 'importMatters',
      address: null,
    } as const
    await engine.database.within(scopeOf(task.by), (sql) =>
      note(sql, { ...entry, detail: { source, made } }),
    )
  }
  const matched = [...survey.offices].filter((name) => officeNamed(offices, name) !== null).length
  const { rows, left, troubles, troubleCount } = survey
  return {
    ...{ form, source, timeZone, notes, rows, made, known, changed, left, troubleCount },
    datumUnknown: mapping.fields.lon !== undefined && mapping.datum === undefined,
    categories: added,
    offices: { matched, unmatched: survey.offices.size - matched },
    troubles: troubles.sort((a, b) => a.row - b.row),
    stopped: signal.aborted,
  }
}
