import type { InputOf, OutputOf } from '#foundation/contract.ts'
import { unless } from '#foundation/refusal.ts'
import type { Day } from '#foundation/time.ts'
import type { Moment } from '#people/server/moment.ts'
import type { listDutyItems, listTownshipItems } from '../../lists-contract.ts'
import { whyNotListDay } from '../../rules.ts'
import { dutyPage, townshipPage } from '../store-lists.ts'
import { readNaming } from './name-items.ts'

const pageLength = 50

function dayAsked(on: string | undefined, today: Day): string {
  unless(on === undefined ? null : whyNotListDay(on, 'on'))
  return on ?? today
}

/** The duty list on a day, by number. */
export async function answerDutyItems(
  input: InputOf<typeof listDutyItems>,
  moment: Moment,
  today: Day,
): Promise<OutputOf<typeof listDutyItems>> {
  const { by, sql } = moment
  const { category = null, office = null, after = null, limit = pageLength } = input
  const on = dayAsked(input.on, today)
  const [found, naming] = await Promise.all([
    dutyPage(sql, by.county, { on, category, office, after }, limit + 1),
    readNaming(sql, by.county, by.language),
  ])
  const items = found.slice(0, limit)
  return {
    on,
    items: items.map(naming.duty),
    next: found.length > limit ? (items.at(-1)?.id ?? null) : null,
  }
}

// No division code holds a tabulator.
const separator = '\t'

/** The lists of townships and communities on a day, by place and item. */
export async function answerTownshipItems(
  input: InputOf<typeof listTownshipItems>,
  moment: Moment,
  today: Day,
): Promise<OutputOf<typeof listTownshipItems>> {
  const { by, sql } = moment
  const { division = null, kind = null, limit = pageLength } = input
  const on = dayAsked(input.on, today)
  const [place = '', item = ''] = input.after?.split(separator) ?? []
  const after = input.after === undefined ? null : ([place, item] as const)
  const [found, naming] = await Promise.all([
    townshipPage(sql, by.county, { on, division, kind, after }, limit + 1),
    readNaming(sql, by.county, by.language),
  ])
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return {
    on,
    items: items.map(naming.township),
    next: last ? `${last.division}${separator}${last.item}` : null,
  }
}
