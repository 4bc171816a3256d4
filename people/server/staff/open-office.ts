import type { InputOf } from '#foundation/contract.ts'
import { refuse, unless } from '#foundation/refusal.ts'
import type * as contract from '../../administration-contract.ts'
import { holdsOn, whyNotAdminister } from '../../rules.ts'
import { dayAsked } from '../day.ts'
import { checkedDivision, getOffice } from '../found.ts'
import type { Moment } from '../moment.ts'
import { addOfficeRow } from '../store.ts'
import { noteDeed } from './audit.ts'

/** Opens an office. The act id becomes its id, so that the same act again finds it instead of making another. */
export async function openOffice(
  input: InputOf<typeof contract.openOffice>,
  moment: Moment,
): Promise<{ office: string }> {
  unless(whyNotAdminister(moment.by, 'systemAdmin'))
  const from = await dayAsked(moment, input.from, 'from')
  if (input.parent) {
    const parent = await getOffice(moment, input.parent, 'parent')
    unless(
      holdsOn(parent, from) ? null : refuse('people.officeClosed', 'conflict', { field: 'parent' }),
    )
  }
  const division = await checkedDivision(moment, input.division, from)
  const name = input.name.trim()
  const added = await addOfficeRow(moment.sql, moment.by.county, {
    id: moment.actId,
    name,
    nameEn: input.nameEn?.trim() ?? name,
    kind: input.kind,
    division,
    parent: input.parent ?? null,
    from,
    phone: input.phone?.trim() || null,
    duties: input.duties?.trim() || null,
  })
  if (added) await noteDeed(moment, 'openOffice', { office: moment.actId, name })
  return { office: moment.actId }
}
