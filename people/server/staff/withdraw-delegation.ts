import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import type * as contract from '../../contract.ts'
import { whyNotWithdraw } from '../../rules.ts'
import type { Moment } from '../moment.ts'
import { lockedDelegation, withdrawOne } from '../store-holding.ts'
import { noteDeed } from './audit.ts'

/** Takes a lent post back before its time. */
export async function withdrawDelegation(
  input: InputOf<typeof contract.withdrawDelegation>,
  moment: Moment,
): Promise<void> {
  const { by, sql, now } = moment
  const standing = await lockedDelegation(sql, by.county, input.delegation)
  if (!standing)
    throw new Refused(refuse('people.delegationMissing', 'missing', { field: 'delegation' }))
  unless(whyNotWithdraw(standing, by, now))
  await withdrawOne(sql, by.county, input.delegation, now)
  await noteDeed(moment, 'withdrawDelegation', { delegation: input.delegation })
}
