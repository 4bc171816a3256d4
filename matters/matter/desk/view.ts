import type { OutputOf } from '#foundation/contract.ts'
import type { listMatters, readMatter } from '../contract.ts'

/** A matter as an officer reads it. */
export type MatterView = OutputOf<typeof readMatter>
/** A row of a list or queue. */
export type MatterRow = OutputOf<typeof listMatters>['rows'][number]
export type ClockView = MatterView['clocks'][number]
export type TimelineEntry = MatterView['timeline'][number]
