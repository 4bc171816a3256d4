import type { TSchema } from 'typebox'
import type { Contract, InputOf } from '#foundation/contract.ts'
import type { Day } from '#foundation/time.ts'
import type { Engine } from '#matters/matter/server/engine.ts'
import type { Reading } from '#matters/matter/server/view.ts'
import { scopeOf } from '#people/guard.ts'
import type { Moment } from '#people/server/moment.ts'
import { type Route, route } from '#people/server/route.ts'
import { checkAssignment, dispatchHistory } from '../contract.ts'
import {
  addDutyItem,
  changeDutyItem,
  endDutyItem,
  listDutyItems,
  listTownshipItems,
  suggestOffices as suggestion,
} from '../lists-contract.ts'
import { whyNotThese } from './assign.ts'
import { addItem, changeItem, endItem } from './lists/keep-duty-list.ts'
import { answerDutyItems, answerTownshipItems } from './lists/read-lists.ts'
import { suggestOffices } from './lists/suggest-offices.ts'
import { historyOf } from './store-history.ts'

/** A guarded route whose handler is told the county's day. */
function daily<I extends TSchema, O extends TSchema>(
  { database, countyOf }: Pick<Engine, 'database' | 'countyOf'>,
  contract: Contract<I, O>,
  handle: (input: InputOf<Contract<I, O>>, moment: Moment, today: Day) => Promise<unknown>,
): Route {
  return route(contract, async (input, { by, now, actId }) => {
    const { dayOf } = await countyOf(by.county, now)
    return database.within(scopeOf(by), (sql) => handle(input, { by, now, sql, actId }, dayOf(now)))
  })
}

/** The doors of dispatching that are not acts. */
export function dispatchRoutes(
  engine: Pick<Engine, 'database' | 'countyOf'>,
  say: Reading['say'],
): Route[] {
  return [
    daily(engine, suggestion, ({ category, division = null }, { sql, by }, today) =>
      suggestOffices(sql, by.county, { category, division }, today, by.language),
    ),
    daily(engine, listDutyItems, answerDutyItems),
    daily(engine, listTownshipItems, answerTownshipItems),
    daily(engine, addDutyItem, addItem),
    daily(engine, changeDutyItem, changeItem),
    daily(engine, endDutyItem, endItem),
    daily(engine, checkAssignment, async (input, moment, today) => {
      const refusal = await whyNotThese(input, moment, today)
      if (!refusal) return { refusal }
      const { key: reason, field = null } = refusal
      return { refusal: { reason, field, detail: say(refusal, moment.by.language) } }
    }),
    daily(engine, dispatchHistory, ({ matter }, { sql, by }) => historyOf(sql, by.county, matter)),
  ]
}
