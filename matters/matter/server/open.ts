import { Refused, refuse } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { Moment } from '#people/server/moment.ts'
import { moveClocks, nextDue } from '../clocks.ts'
import { searchTextOf } from '../lists/search/index-text.ts'
import type { ActAnswer, Matter } from '../model.ts'
import { currentProcedure } from '../procedures.ts'
import { capacityFor, postOf } from '../rules.ts'
import { eventOf, type Held, limitsOf } from './act.ts'
import type { Outcome } from './deed.ts'
import type { County, Engine } from './engine.ts'
import { answeredAct, type Origin, writeOpen } from './store.ts'

/** What the accepting room knows of a new matter; the engine adds number, state, clocks and the first event. */
export type NewMatter = Omit<
  Matter,
  | 'county'
  | 'id'
  | 'number'
  | 'procedure'
  | 'state'
  | 'flags'
  | 'version'
  | 'consulted'
  | 'dueAt'
  | 'closedAt'
  | 'duplicateOf'
>

/** The first answer; `held` is null when this act id had been seen before: then nothing more is to be written. */
export type Opened = { readonly answer: ActAnswer; readonly held: Held | null }

/**
 * Opens a matter with the act `submit` of its procedure. A repeated act id gets the first answer.
 * @throws Refused when the procedure does not let this actor open such a matter
 */
export async function openWithin(
  engine: Engine,
  county: County,
  made: NewMatter,
  outcome: Pick<Outcome, 'body' | 'shown' | 'answer'>,
  origin: Origin,
  moment: Moment,
): Promise<Opened> {
  const { by, now, sql, actId } = moment
  const before = await answeredAct(sql, by.county, actId)
  if (before) {
    if (before.act !== 'submit')
      throw new Refused(refuse('matter.actIdUsed', 'conflict', { field: 'actId' }))
    return { answer: before.answer as ActAnswer, held: null }
  }
  const procedure = currentProcedure(made.kind)
  const rule = procedure.acts.submit
  if (!rule?.to) throw new Error(`procedure ${made.kind} cannot be opened`)
  const year = Number(county.dayOf(made.receivedAt).slice(0, 4))
  const blank: Matter = {
    ...made,
    county: by.county,
    id: newId(now),
    number: await engine.nextNumber(by.county, year),
    procedure: procedure.version,
    state: rule.to,
    flags: [],
    version: 1,
    consulted: [],
    duplicateOf: null,
    dueAt: null,
    closedAt: null,
  }
  const capacity = capacityFor(rule.by, blank, by)
  if (!capacity) throw new Refused(refuse('matter.otherPostOnly', 'forbidden'))
  const limits = limitsOf(county.rules, county.dayOf(now), made.urgency)
  const clocks = moveClocks([], [rule], limits, made.receivedAt, county.calendar)
  const matter: Matter = { ...blank, dueAt: nextDue(clocks) }
  const answer = {
    matter: matter.id,
    number: matter.number,
    state: matter.state,
    version: 1,
    ...outcome.answer,
  }
  const event = eventOf(
    'submit',
    rule,
    outcome,
    answer,
    { confidential: made.confidential, post: postOf(capacity) },
    moment,
  )
  writeOpen(sql, matter, event, clocks, searchTextOf(matter, null), origin)
  return { answer, held: { matter, clocks } }
}
