import type { OutputOf } from '#foundation/contract.ts'
import type { listHotIssues, readHotIssue } from '../../hot/contract.ts'

export type HotIssueView = OutputOf<typeof listHotIssues>['issues'][number]
export type MemberView = OutputOf<typeof readHotIssue>['matters'][number]
