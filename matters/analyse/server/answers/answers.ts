import type { Day } from '#foundation/time.ts'
import type { Engine } from '#matters/matter/server/engine.ts'
import type { Names } from '#matters/matter/server/list.ts'
import type { Moment } from '#people/server/moment.ts'
import type { LikelyLead } from '../../route/contract.ts'
import type { LiveModels } from '../learn/live-models.ts'
import type { WordCounts } from './word-counts.ts'

/** An office the duty list names for a category in a place. */
export type ListedLead = Pick<LikelyLead, 'office' | 'name' | 'item' | 'basis'>

/** The duty list of the dispatching room, which this room cannot know; the roof brings it. */
export type ReadListedLeads = (
  asked: { readonly category: string; readonly division: string | null },
  moment: Moment,
  day: Day,
) => Promise<readonly ListedLead[]>

/** What suggesting offices and earlier answers works with, made once by the roof. */
export type Answers = {
  readonly engine: Engine
  readonly names: Names
  readonly models: LiveModels
  readonly listedLeads: ReadListedLeads
  readonly wordCounts: WordCounts
}
