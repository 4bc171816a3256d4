import { parseMoment, whyNotMoment } from '#foundation/dates.ts'
import { type Refusal, refuse } from '#foundation/refusal.ts'
import type { RequestType, Urgency } from '#matters/matter/model.ts'
import {
  type ImportField,
  type ImportMapping,
  type ImportState,
  importStates,
} from './import-mapping.ts'
import { fitTexts, type Texts, textsOf } from './import-mapping-texts.ts'
import { titleFrom } from './rules.ts'

/** A row of a file as the house understands it; what the row lacks is empty or null. */
export type ImportRow = {
  /** Row of the sheet or line of the file. */
  readonly row: number
  readonly sourceNumber: string
  readonly receivedAt: Date
  readonly title: string
  readonly words: string
  /** Door, type, office and category in the file's own words. */
  readonly channel: string
  readonly typeWord: string
  readonly type: RequestType | null
  readonly category: string
  readonly urgency: Urgency
  readonly placeText: string
  readonly division: string
  readonly divisionName: string
  readonly point: { readonly lon: number; readonly lat: number } | null
  readonly happenedAt: Date | null
  readonly confidential: boolean
  readonly replyWanted: boolean
  readonly reporterName: string
  readonly reporterPhone: string
  readonly office: string
  readonly reply: string
  readonly repliedAt: Date | null
  readonly state: ImportState
  readonly statusWord: string
  readonly closedAt: Date | null
  readonly satisfaction: string
  /** Everything the row says, as one text: two readings of the same row give the same. */
  readonly told: string
}

/** A row that can be taken, or null; and what is wrong with it, each naming its field. */
export type RowReading = { readonly row: ImportRow | null; readonly troubles: readonly Refusal[] }

const yearLast = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)(.*)$/

/** The same date with the year first, where the mapping says which of the other two is the month. */
function yearFirst(text: string, order: ImportMapping['dateOrder']): string {
  const [, first, second, year, rest] = order ? (yearLast.exec(text) ?? []) : []
  if (!year) return text
  return order === 'monthFirst'
    ? `${year}-${first}-${second}${rest}`
    : `${year}-${second}-${first}${rest}`
}

type Told = { readonly texts: Texts; readonly mapping: ImportMapping; readonly troubles: Refusal[] }

function momentOf({ texts, mapping, troubles }: Told, field: ImportField): Date | null {
  if (texts[field] === '') return null
  const text = yearFirst(texts[field], mapping.dateOrder)
  const wrong = whyNotMoment(text, mapping.timeZone, field)
  if (wrong) troubles.push(wrong)
  return wrong ? null : parseMoment(text, mapping.timeZone)
}

/** A later moment that stands before the first is a slip of the pen: listed and left out. */
function momentAfter(told: Told, field: 'repliedAt' | 'closedAt', receivedAt: Date): Date | null {
  const moment = momentOf(told, field)
  if (!moment || moment >= receivedAt) return moment
  told.troubles.push(
    refuse('import.beforeReceived', 'invalid', { field, values: { value: told.texts[field] } }),
  )
  return null
}

function pointOf({ texts, mapping, troubles }: Told): ImportRow['point'] {
  const { lon: lonText, lat: latText } = texts
  if (lonText === '' && latText === '') return null
  const wrong = (key: string) => {
    const values = { lon: lonText.slice(0, 20), lat: latText.slice(0, 20) }
    troubles.push(refuse(key, 'invalid', { field: 'lon', values }))
    return null
  }
  const [lon, lat] = [Number(lonText), Number(latText)]
  if (lonText === '' || latText === '') return wrong('import.positionHalf')
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return wrong('import.positionUnreadable')
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return wrong('import.positionOutOfRange')
  const isNowhere = [[0, 0], ...(mapping.nowhere ?? [])].some(([x, y]) => lon === x && lat === y)
  return isNowhere ? wrong('import.positionNowhere') : { lon, lat }
}

function stateOf({ texts, mapping, troubles }: Told, closed: boolean): ImportState {
  const word = texts.status.toLowerCase()
  const found = importStates.find((state) =>
    mapping.states?.[state]?.some((known) => known.toLowerCase() === word),
  )
  if (found) return found
  if (word !== '') {
    const values = { value: texts.status }
    troubles.push(refuse('import.statusUnknown', 'invalid', { field: 'status', values }))
  }
  return closed ? 'closed' : 'open'
}

const typeWords: Readonly<Record<string, RequestType>> = {
  咨询: 'consultation',
  求助: 'help',
  投诉: 'complaint',
  举报: 'report',
  投诉举报: 'report',
  建议: 'suggestion',
  意见建议: 'suggestion',
}
const urgencyWords: Readonly<Record<string, Urgency>> = {
  紧急: 'urgent',
  特急: 'urgent',
  一般: 'general',
  普通: 'general',
  复杂: 'complex',
  疑难: 'complex',
}
const noWords: ReadonlySet<string> = new Set([
  '否',
  '不',
  '不是',
  '不保密',
  '不需要',
  '不要求',
  '公开',
  'n',
  'no',
  'false',
  '0',
])
const isYes = (text: string) => text !== '' && !noWords.has(text.toLowerCase())

/** A number a spreadsheet has made a rounded one: 2.02312E+17. Many rows would share it. */
const mangled = /^\d(\.\d+)?E\+?\d+$/i

function whyNotTaken(texts: Texts, receivedAt: Date | null, now: Date): Refusal | null {
  const lacks = (field: ImportField) =>
    refuse('import.fieldEmpty', 'invalid', { field, values: { field } })
  if (texts.sourceNumber === '') return lacks('sourceNumber')
  if (mangled.test(texts.sourceNumber))
    return refuse('import.numberMangled', 'invalid', {
      field: 'sourceNumber',
      values: { value: texts.sourceNumber },
    })
  if (texts.receivedAt === '') return lacks('receivedAt')
  if (texts.words === '' && texts.title === '') return lacks('words')
  if (receivedAt && receivedAt > now)
    return refuse('import.receivedLater', 'invalid', {
      field: 'receivedAt',
      values: { value: texts.receivedAt },
    })
  return null
}

/**
 * Reads one row by a mapping. A row without number, time or words, or with words too long to keep whole, is not
 * taken; anything else that is wrong is left out of it and listed.
 * @param now rows from the future are not taken
 */
export function readImportRow(
  cells: Readonly<Record<string, string>>,
  row: number,
  mapping: ImportMapping,
  now: Date,
): RowReading {
  const raw = textsOf(cells, mapping)
  const { texts, troubles, fatal } = fitTexts(raw)
  const told: Told = { texts, mapping, troubles }
  const receivedAt = momentOf(told, 'receivedAt')
  const refused = whyNotTaken(texts, receivedAt, now)
  if (refused) troubles.push(refused)
  if (refused || fatal || !receivedAt) return { row: null, troubles }

  const repliedAt = texts.reply === '' ? null : momentAfter(told, 'repliedAt', receivedAt)
  const closing = momentAfter(told, 'closedAt', receivedAt)
  const state = stateOf(told, closing !== null || texts.reply !== '')
  if (closing && state === 'open')
    troubles.push(
      refuse('import.openButClosed', 'invalid', {
        field: 'closedAt',
        values: { value: texts.status },
      }),
    )
  // A file that knows no closing ends with the reply.
  const ended = mapping.fields.closedAt === undefined ? repliedAt : closing
  const { sourceNumber, category, placeText, divisionName, reporterName, reporterPhone, office } =
    texts
  const { division, reply, satisfaction, channel } = texts
  return {
    row: {
      ...{
        row,
        sourceNumber,
        receivedAt,
        channel,
        category,
        placeText,
        division,
        divisionName,
        office,
      },
      ...{ reporterName, reporterPhone, reply, repliedAt, state, satisfaction },
      title: texts.title || titleFrom(texts.words),
      // A title too long for one is no loss: it begins the words.
      words: texts.title === raw.title ? texts.words || raw.title : `${raw.title}\n${texts.words}`,
      typeWord: texts.type,
      type: typeWords[texts.type] ?? null,
      urgency: urgencyWords[texts.urgency] ?? 'general',
      point: pointOf(told),
      happenedAt: momentOf(told, 'happenedAt'),
      confidential: isYes(texts.confidential),
      replyWanted: texts.replyWanted === '' || isYes(texts.replyWanted),
      statusWord: texts.status,
      closedAt: state === 'open' ? null : ended,
      told: JSON.stringify(raw),
    },
    troubles,
  }
}
