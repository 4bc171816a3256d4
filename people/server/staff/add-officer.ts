import type { InputOf } from '#foundation/contract.ts'
import { unless } from '#foundation/refusal.ts'
import type * as contract from '../../administration-contract.ts'
import { whyNotAdminister } from '../../rules.ts'
import { dayAsked } from '../day.ts'
import type { Moment } from '../moment.ts'
import { addOfficerRow } from '../store.ts'
import { noteDeed } from './audit.ts'

/** Enters somebody who serves the county; the act id becomes their id. */
export async function addOfficer(
  input: InputOf<typeof contract.addOfficer>,
  moment: Moment,
): Promise<{ officer: string }> {
  const { sql, by, actId } = moment
  unless(whyNotAdminister(by, 'securityAdmin'))
  const from = await dayAsked(moment, input.from, 'from')
  const name = input.name.trim()
  const added = await addOfficerRow(sql, by.county, actId, name, from)
  if (added) await noteDeed(moment, 'addOfficer', { officer: actId, name })
  return { officer: actId }
}
