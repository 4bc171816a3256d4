import type { InputOf } from '#foundation/contract.ts'
import { refuse, unless } from '#foundation/refusal.ts'
import type * as contract from '../../administration-contract.ts'
import { whyNotAdminister, whyNotDay } from '../../rules.ts'
import { getLockedOfficer } from '../found.ts'
import type { Moment } from '../moment.ts'
import { endOfficerOn } from '../store.ts'
import { endHoldingsOn, withdrawAllOf } from '../store-holding.ts'
import { noteDeed } from './audit.ts'

/** Somebody leaves: from that day they hold no post and cannot sign in; lent posts are taken back at once. */
export async function retireOfficer(
  input: InputOf<typeof contract.retireOfficer>,
  moment: Moment,
): Promise<void> {
  const { sql, by, now } = moment
  unless(whyNotAdminister(by, 'securityAdmin'))
  unless(whyNotDay(input.on, 'on'))
  const officer = await getLockedOfficer(moment, input.officer)
  unless(officer.id === by.person ? refuse('people.ownAccount', 'forbidden') : null)
  if (officer.validTo !== null && officer.validTo <= input.on) return
  const early = input.on < officer.validFrom
  unless(early ? refuse('people.endBeforeBegin', 'invalid', { field: 'on' }) : null)
  await endOfficerOn(sql, by.county, officer.id, input.on)
  await endHoldingsOn(sql, by.county, officer.id, input.on)
  await withdrawAllOf(sql, by.county, officer.id, now)
  await noteDeed(moment, 'retireOfficer', { officer: officer.id, name: officer.name, on: input.on })
}
