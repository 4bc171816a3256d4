import type { OutputOf } from '#foundation/contract.ts'
import type { listProposals } from '../../spikes/contract.ts'

/** One proposal as the list tells it. */
export type ProposalView = OutputOf<typeof listProposals>['proposals'][number]
