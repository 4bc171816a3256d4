import type { Engine } from '#matters/matter/server/engine.ts'
import type { Names } from '#matters/matter/server/list.ts'
import type { LiveModels } from './learn/live-models.ts'

/** What analysing works with, made once by the roof. */
export type Analysis = {
  readonly engine: Engine
  readonly names: Names
  readonly models: LiveModels
}
