import type { InputOf } from '#foundation/contract.ts'
import { type Refusal, Refused, refuse, unless } from '#foundation/refusal.ts'
import { limitOn } from '#foundation/rules-with-citations.ts'
import type { Day } from '#foundation/time.ts'
import { dueAt } from '#foundation/time-limits.ts'
import type { Matter } from '#matters/matter/model.ts'
import { type Deed, deed, type Outcome, type Subject } from '#matters/matter/server/deed.ts'
import type { Office } from '#people/model.ts'
import { getOffice } from '#people/server/found.ts'
import type { Moment } from '#people/server/moment.ts'
import { answerOffices } from '#people/server/queries.ts'
import { type checkAssignment, dispatch } from '../contract.ts'
import { fittingItems, isGrassroots, type Upward, whyNotGrassroots } from '../duty-rules.ts'
import type { DutyItem, TownshipItem } from '../model.ts'
import { limitOfItem, whyNotAssign, whyNotBasis } from '../rules.ts'
import { readUpward } from './lists/upward.ts'
import { beginRound, lastRound, placeOfMatter } from './store.ts'
import { categoryLine, dutyItemsFor, townshipItemsFor } from './store-lists.ts'

type Placed = Pick<Matter, 'division' | 'category' | 'shutOut'>

/** What the lists say about a matter: the items that fit, and what binds the grassroots. */
type Lists = {
  readonly categories: Upward
  readonly duty: readonly DutyItem[]
  readonly township: readonly TownshipItem[]
  readonly placeOf: (office: Office) => Upward
}

async function readLists(
  matter: Placed,
  categories: Upward,
  grassroots: readonly Office[],
  day: Day,
  { sql, by }: Moment,
): Promise<Lists> {
  const places = [matter.division, ...grassroots.map(({ division }) => division)]
  const [duty, township, upward] = await Promise.all([
    dutyItemsFor(sql, by.county, categories, day),
    grassroots.length > 0 ? townshipItemsFor(sql, by.county, categories, day) : [],
    readUpward(sql, places, day),
  ])
  return {
    categories,
    duty: fittingItems(duty, categories, upward(matter.division)),
    township,
    placeOf: ({ division }) => upward(division),
  }
}

/** Those named, and what the lists say. @throws Refused for who cannot be given this, whatever it rests on */
async function checkedOffices(
  matter: Placed,
  asked: { readonly lead: string; readonly assisting?: readonly string[] | undefined },
  day: Day,
  moment: Moment,
): Promise<{ lead: Office; assisting: Office[]; lists: Lists }> {
  const { sql, by } = moment
  const [lead, assisting, categories] = await Promise.all([
    getOffice(moment, asked.lead, 'lead'),
    Promise.all((asked.assisting ?? []).map((id) => getOffice(moment, id, 'assisting'))),
    matter.category === null ? [] : categoryLine(sql, by.county, matter.category),
  ])
  unless(whyNotAssign(lead, assisting, matter, day))
  const grassroots = [lead, ...assisting].filter(isGrassroots)
  const lists = await readLists(matter, categories, grassroots, day, moment)
  await refuseGrassroots(lead, assisting, lists, day, moment)
  return { lead, assisting, lists }
}

/** Why these offices cannot be given this matter; asked while they are being chosen. */
export async function whyNotThese(
  input: InputOf<typeof checkAssignment>,
  moment: Moment,
  day: Day,
): Promise<Refusal | null> {
  const matter = await placeOfMatter(moment.sql, moment.by.county, input.matter)
  if (!matter) throw new Refused(refuse('matter.notFound', 'missing', { field: 'matter' }))
  const assisting = input.assisting?.split(',').filter((id) => id !== input.lead)
  try {
    await checkedOffices(matter, { lead: input.lead, assisting }, day, moment)
    return null
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

/** Trap 15; names of departments are read only when somebody of the grassroots is named at all. */
async function refuseGrassroots(
  lead: Office,
  assisting: readonly Office[],
  lists: Lists,
  day: Day,
  moment: Moment,
): Promise<void> {
  if (![lead, ...assisting].some(isGrassroots)) return
  const { offices } = await answerOffices({ on: day }, moment)
  const known = new Map(offices.map((office) => [office.id, office]))
  const { categories, township, duty, placeOf } = lists
  const nameOf = (id: string) => {
    const office = known.get(id)
    return (moment.by.language === 'en' ? office?.nameEn : office?.name) ?? ''
  }
  const kindOf = (id: string) => known.get(id)?.kind ?? null
  unless(
    whyNotGrassroots({
      lead,
      assisting,
      categories,
      townshipItems: township,
      dutyItems: duty,
      placeOf,
      nameOf,
      kindOf,
    }),
  )
}

/**
 * The item's limit takes the place of the ordinary one, counted from acceptance; a redispatch by an item without a
 * limit goes back to the ordinary one, in the version that held when the clock began. Never a new start (trap 13).
 */
function limitBy(
  item: DutyItem | undefined,
  { matter, clocks, county }: Subject,
): Outcome['adjust'] {
  const completion = clocks.find(({ name, stoppedAt }) => name === 'completion' && !stoppedAt)
  if (!completion) return []
  const limit = limitOfItem(item, matter.urgency)
  if (item && limit) return [{ clock: 'completion', retime: { limit, rule: `duty:${item.id}` } }]
  if (!completion.rule.startsWith('duty:')) return []
  const rule = `limit.completion.${matter.urgency}`
  const ordinary = limitOn(county.rules, rule, county.dayOf(completion.startedAt))
  return [{ clock: 'completion', retime: { limit: ordinary, rule } }]
}

async function assign(
  subject: Subject,
  input: InputOf<typeof dispatch>,
  moment: Moment,
): Promise<Outcome> {
  const { matter, county } = subject
  const { sql, by, now } = moment
  const day = county.dayOf(now)
  const [{ lead, assisting, lists }, before] = await Promise.all([
    checkedOffices(matter, input, day, moment),
    lastRound(sql, by.county, matter.id),
  ])
  const { dutyItem, basis: typed } = input
  const item = dutyItem === undefined ? undefined : lists.duty.find(({ id }) => id === dutyItem)
  unless(whyNotBasis({ dutyItem, found: item, typed, lead: lead.id }))
  const basis = item?.legalBasis ?? typed?.trim() ?? ''
  const round = (before?.round ?? 0) + 1
  const others = assisting.map(({ id }) => id)
  const signDue = dueAt(limitOn(county.rules, 'limit.signing', day), now, county.calendar)
  const named = [lead.id, ...others].map(
    (id) => ({ id, role: id === lead.id ? 'lead' : 'assisting' }) as const,
  )
  beginRound(sql, by.county, {
    matter: matter.id,
    round,
    offices: named,
    item: item?.id ?? null,
    basis,
    at: now,
    signDue,
  })
  return {
    change: { leadOffice: lead.id, offices: [lead.id, ...others] },
    body: {
      round,
      lead: lead.id,
      assisting: others,
      item: item?.id ?? null,
      basis,
      opinion: input.opinion?.trim() ?? '',
      // Items that fit and were not followed: whoever reads the record sees that the list was not silent.
      passedOver: item ? [] : lists.duty.map(({ id }) => id),
    },
    shown: {
      lead: lead.name,
      leadEn: lead.nameEn,
      assisting: assisting.map(({ name }) => name),
      assistingEn: assisting.map(({ nameEn }) => nameEn),
    },
    adjust: limitBy(item, subject),
  }
}

/** Names the lead office, which the resident deals with alone (trap 14), and those who assist it. */
export const assignDeed: Deed = deed({ verb: 'dispatch', contract: dispatch, apply: assign })
