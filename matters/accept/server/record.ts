import type { InputOf } from '#foundation/contract.ts'
import type { ActId } from '#foundation/ids.ts'
import { Refused, unless } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import { idFromText } from '#foundation/server/id-from-text.ts'
import { whyNotValid } from '#foundation/validation.ts'
import { type ActInput, actOnHeld, actWithin } from '#matters/matter/server/act.ts'
import { onceMore } from '#matters/matter/server/once.ts'
import { publicActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import type { Moment } from '#people/server/moment.ts'
import type { Asked } from '#people/server/route.ts'
import type { record, submit } from '../contract.ts'
import type { Receipt } from '../model.ts'
import { whyNotChannel } from '../rules.ts'
import { type Acceptance, submitWithin } from './submit.ts'

/**
 * A second act of the same click needs an act id that a repetition makes again: UUID v8 from the first id and
 * the step.
 */
export const followingActId = (actId: string, step: number) => idFromText<ActId>(`${actId} ${step}`)

/**
 * A resident, or anybody, reports through the portal or the API. Who holds the receipt of one matter reports another
 * as anybody does: the receipt says nothing about it.
 */
export async function submitMatter(
  acceptance: Acceptance,
  input: InputOf<typeof submit>,
  { by: asker, now, actId }: Asked,
): Promise<Receipt> {
  const by = asker.kind === 'receipt' ? publicActor(asker.county, asker.language) : asker
  const county = await acceptance.engine.countyOf(by.county, now)
  const work = (sql: Sql) =>
    submitWithin(acceptance, county, input, 'portal', { by, now, sql, actId })
  const { receipt } = await onceMore(() => acceptance.engine.database.within(scopeOf(by), work))
  return receipt
}

/**
 * An officer records for somebody and does the next acts in the same transaction: all of it, or nothing.
 * @throws Refused naming the step by its place in `next`
 */
export async function recordMatter(
  acceptance: Acceptance,
  input: InputOf<typeof record>,
  { by, now, actId }: Asked,
): Promise<Receipt> {
  const { channel, next: following, ...said } = input
  unless(whyNotChannel(channel, by))
  const { engine } = acceptance
  const county = await engine.countyOf(by.county, now)
  const work = async (sql: Sql) => {
    const moment: Moment = { by, now, sql, actId }
    const submitted = await submitWithin(acceptance, county, said, channel, moment)
    const { receipt } = submitted
    let { held } = submitted
    let last: { state: string; version: number } = receipt
    for (const [step, { verb, input: given }] of (following ?? []).entries()) {
      const nextId = followingActId(actId, step + 1)
      const asked = { ...given, matter: receipt.matter, actId: nextId } as ActInput
      const deed = engine.deeds.get(verb)
      const wrong = deed ? whyNotValid(deed.contract.input, asked) : null
      if (wrong) throw new Refused({ ...wrong, field: `next.${step}.${wrong.field ?? ''}` })
      const then = { ...moment, actId: nextId as Moment['actId'] }
      const acted = held && (await actOnHeld(engine, county, verb, asked, held, then))
      held = acted?.held ?? null
      last = acted?.answer ?? (await actWithin(engine, county, verb, asked, then))
    }
    return { ...receipt, state: last.state, version: last.version }
  }
  return onceMore(() => engine.database.within(scopeOf(by), work))
}
