import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { type Day, isDay } from '#foundation/time.ts'
import { getOffice } from '#people/server/found.ts'
import type { Moment } from '#people/server/moment.ts'
import type { addDutyItem, endDutyItem } from '../../lists-contract.ts'
import type { DutyItem } from '../../model.ts'
import { whyNotKeepList, whyNotListDay, whyNotOffices } from '../../rules.ts'
import { categoryNames, endDutyItemOn, insertDutyItem, lockDutyItems } from '../store-lists.ts'

/**
 * Adds an item from a day on, today unless told otherwise. @throws Refused when the number is in use, or names what
 * does not exist
 */
export async function addItem(input: InputOf<typeof addDutyItem>, moment: Moment, day: Day) {
  const { sql, by, now } = moment
  unless(whyNotKeepList(by))
  const { from = day, ...fields } = input
  unless(whyNotListDay(from, 'from'))
  const [offices, categories, standing] = await Promise.all([
    Promise.all(
      [input.lead, ...input.assisting].map((id) =>
        getOffice(moment, id, id === input.lead ? 'lead' : 'assisting'),
      ),
    ),
    categoryNames(sql, by.county),
    lockDutyItems(sql, by.county, [input.id], from),
  ])
  if (isDay(from)) unless(whyNotOffices('lead', offices, { shutOut: [] }, from))
  if (!categories.some(({ code }) => code === input.category))
    throw new Refused(
      refuse('dispatch.categoryUnknown', 'invalid', {
        field: 'category',
        values: { category: input.category },
      }),
    )
  const item: DutyItem = { ...fields, validFrom: from, validTo: null }
  const added =
    standing.length > 0 ? 0 : await insertDutyItem(sql, by.county, item, { by: by.person, at: now })
  if (added === 0)
    throw new Refused(
      refuse('dispatch.dutyItemOpen', 'conflict', { field: 'id', values: { id: input.id } }),
    )
  return { id: input.id, validFrom: from }
}

/** Ends an item on a day, today unless told otherwise. What was dispatched by it keeps it. */
export async function endItem(input: InputOf<typeof endDutyItem>, moment: Moment, day: Day) {
  const { sql, by } = moment
  unless(whyNotKeepList(by))
  const on = input.on ?? day
  unless(
    whyNotListDay(on, 'on') ??
      (on < day ? refuse('dispatch.dayOutOfOrder', 'invalid', { field: 'on' }) : null),
  )
  const [item] = await lockDutyItems(sql, by.county, [input.id], on)
  if (!item)
    throw new Refused(
      refuse('dispatch.dutyItemMissing', 'missing', { field: 'id', values: { id: input.id } }),
    )
  const last = on < item.validFrom ? item.validFrom : on
  await endDutyItemOn(sql, by.county, item, last, by.person)
  return { id: item.id, validTo: last }
}
