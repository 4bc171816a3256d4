import { type Refusal, refuse, unless } from '#foundation/refusal.ts'
import type { Engine } from '#matters/matter/server/engine.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import { type Route, route } from '#people/server/route.ts'
import { listModels } from '../../classify/contract.ts'
import { listModels as modelsOf } from '../store-models.ts'

/** Whoever answers for what the house suggests: the leader, and who keeps the system running. */
function whyNotReadModels(by: Actor): Refusal | null {
  return by.posts.some(({ kind }) => kind === 'leader' || kind === 'systemAdmin')
    ? null
    : refuse('analyse.modelsNotYours', 'forbidden')
}

/** The door of what was learnt. */
export function learnRoutes({ database }: Pick<Engine, 'database'>): Route[] {
  return [
    route(listModels, async (_, { by }) => {
      unless(whyNotReadModels(by))
      const rows = await database.within(scopeOf(by), (sql) => modelsOf(sql, by.county, 'category'))
      return {
        serves: rows.find(({ outcome }) => outcome === 'live')?.version ?? null,
        models: rows.map(({ version, outcome, matters, leftOut, categories, ...row }) => ({
          ...{ version, outcome, matters, leftOut, categories },
          heldOut: row.quality?.texts ?? 0,
          quality: row.quality?.macroF1 ?? null,
          before: row.beforeQuality?.macroF1 ?? null,
          madeAt: row.madeAt.toISOString(),
        })),
      }
    }),
  ]
}
