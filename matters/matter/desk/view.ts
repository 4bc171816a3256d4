import type { OutputOf } from '#foundation/contract.ts'
import type { listMatters, readMatter } from '../contract.ts'

/** A matter as an officer reads it. */
export type MatterView = OutputOf<typeof readMatter>
/** A page of a list or queue, and a row of it. */
export type MatterPage = OutputOf<typeof listMatters>
export type MatterRow = MatterPage['rows'][number]
export type ClockView = MatterView['clocks'][number]
export type TimelineEntry = MatterView['timeline'][number]
