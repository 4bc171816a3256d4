import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import type { Day } from '#foundation/time.ts'
import { checkedDivision, getOffice } from '#people/server/found.ts'
import type { Moment } from '#people/server/moment.ts'
import type { addDutyItem, endDutyItem } from '../../lists-contract.ts'
import type { DutyItem } from '../../model.ts'
import { whyNotBeginItem, whyNotChangeItem, whyNotKeepList, whyNotOffices } from '../../rules.ts'
import { categoryNames, endDutyItemOn, insertDutyItem, lockDutyItems } from '../store-lists.ts'

type Given = InputOf<typeof addDutyItem>

/** The item as it would begin on `from`. @throws Refused for an office, category or place that does not exist then */
async function itemFrom({ from: _, ...fields }: Given, from: Day, moment: Moment) {
  const { sql, by } = moment
  const [offices, categories] = await Promise.all([
    Promise.all(
      [fields.lead, ...fields.assisting].map((id) =>
        getOffice(moment, id, id === fields.lead ? 'lead' : 'assisting'),
      ),
    ),
    categoryNames(sql, by.county),
    checkedDivision(moment, fields.division ?? undefined, from),
  ])
  const [lead, ...assisting] = offices
  const nobody = { shutOut: [] }
  unless(
    (lead ? whyNotOffices('lead', [lead], nobody, from) : null) ??
      whyNotOffices('assisting', assisting, nobody, from),
  )
  const { category } = fields
  if (!categories.some(({ code }) => code === category))
    throw new Refused(
      refuse('dispatch.categoryUnknown', 'invalid', { field: 'category', values: { category } }),
    )
  return { ...fields, validFrom: from, validTo: null } satisfies DutyItem
}

/** The first day asked for, today unless told. @throws Refused for who keeps no list, and for a day that is over */
function beginning(input: Given, { by }: Moment, today: Day): Day {
  const { from = today } = input
  unless(whyNotKeepList(by) ?? whyNotBeginItem(from, today))
  return from as Day
}

/**
 * Adds an item from a day on, today unless told otherwise. @throws Refused when the number is in use, or names what
 * does not exist
 */
export async function addItem(input: Given, moment: Moment, today: Day) {
  const { sql, by, now } = moment
  const from = beginning(input, moment, today)
  const item = await itemFrom(input, from, moment)
  const standing = await lockDutyItems(sql, by.county, [input.id], from)
  const entered = { by: by.person, at: now }
  const added = standing.length > 0 ? 0 : await insertDutyItem(sql, by.county, item, entered)
  if (added === 0)
    throw new Refused(
      refuse('dispatch.dutyItemOpen', 'conflict', { field: 'id', values: { id: input.id } }),
    )
  return { id: input.id, validFrom: from }
}

const missing = (id: string) =>
  new Refused(refuse('dispatch.dutyItemMissing', 'missing', { field: 'id', values: { id } }))

/**
 * Changes an item for what comes: what was published ends where the new content begins, today unless told otherwise.
 * What was dispatched by it keeps it.
 */
export async function changeItem(input: Given, moment: Moment, today: Day) {
  const { sql, by, now } = moment
  const from = beginning(input, moment, today)
  const item = await itemFrom(input, from, moment)
  const last = (await lockDutyItems(sql, by.county, [input.id], from)).at(-1)
  if (!last) throw missing(input.id)
  unless(whyNotChangeItem(last, item))
  await endDutyItemOn(sql, by.county, last, from, by.person)
  await insertDutyItem(sql, by.county, item, { by: by.person, at: now })
  return { id: input.id, validFrom: from }
}

/** Ends an item on a day, today unless told otherwise. What was dispatched by it keeps it. */
export async function endItem(input: InputOf<typeof endDutyItem>, moment: Moment, today: Day) {
  const { sql, by } = moment
  const { on = today } = input
  unless(whyNotKeepList(by) ?? whyNotBeginItem(on, today, 'on'))
  const [item] = await lockDutyItems(sql, by.county, [input.id], on)
  if (!item) throw missing(input.id)
  const last = on < item.validFrom ? item.validFrom : on
  await endDutyItemOn(sql, by.county, item, last, by.person)
  return { id: item.id, validTo: last }
}
