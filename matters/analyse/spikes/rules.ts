import { type Refusal, refuse } from '#foundation/refusal.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'

/**
 * Whoever sees one office's matters only would see its part of a count held against the whole county's season: spikes
 * and proposals are for those who work on the whole county.
 */
export function whyNotReadSpikes(by: Actor): Refusal | null {
  return ['county', 'system'].includes(scopeOf(by).reach)
    ? null
    : refuse('spikes.notYours', 'forbidden')
}

/**
 * Who takes a proposal up or declines it.
 * @param deciders rule `list.proposalDeciders`: kinds of posts
 */
export function whyNotDecide(by: Actor, deciders: readonly string[]): Refusal | null {
  return by.posts.some(({ kind }) => deciders.includes(kind))
    ? null
    : refuse('spikes.notYoursToDecide', 'forbidden')
}
