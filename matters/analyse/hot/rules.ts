import { type Refusal, refuse } from '#foundation/refusal.ts'
import type { Actor } from '#people/model.ts'

/** Only leaders say what is one issue, what it is called and who leads it (domain.md 2.7: a lead unit is named). */
export function whyNotManageIssues(by: Actor): Refusal | null {
  return by.posts.some(({ kind }) => kind === 'leader')
    ? null
    : refuse('hot.notYoursToManage', 'forbidden')
}

/** An issue cannot go into itself, nor be split so that nothing is left. */
export function whyNotMerge(issue: string, other: string): Refusal | null {
  return issue === other ? refuse('hot.sameIssue', 'invalid', { field: 'other' }) : null
}

/** @param members how many the issue has, @param chosen how many of them would leave */
export function whyNotSplit(members: number, chosen: number): Refusal | null {
  if (chosen === 0) return refuse('hot.notMembers', 'invalid', { field: 'matters' })
  return chosen >= members ? refuse('hot.nothingLeft', 'invalid', { field: 'matters' }) : null
}
