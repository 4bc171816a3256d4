import { findPersonalData } from '#foundation/personal-data.ts'
import { type Refusal, refuse } from '#foundation/refusal.ts'
import type { Matter, State } from '#matters/matter/model.ts'
import type { Category } from './model.ts'

/** The category must be one of the county's tree on the day. */
export function whyNotCategory(code: string, tree: readonly Category[]): Refusal | null {
  return tree.some((category) => category.code === code)
    ? null
    : refuse('analyse.categoryUnknown', 'invalid', { field: 'category', values: { code } })
}

/**
 * A risk note is about the matter, never about a person (product.md "Never": no risk label on a person): what
 * identifies somebody has no place in it.
 */
export function whyNotRisk(risk: string | undefined): Refusal | null {
  return risk && findPersonalData(risk).length > 0
    ? refuse('analyse.riskNamesPerson', 'invalid', { field: 'risk' })
    : null
}

/** A matter on the way to being somebody's duplicate, as the link sees it. */
export type LinkEnd = Pick<Matter, 'id' | 'number' | 'state' | 'duplicateOf'>

// What was refused or withdrawn answers nobody, so nothing can be the same as it.
const unanswering: readonly State[] = ['refused', 'cancelled']

/**
 * Why one matter cannot be linked to another. Links are one step deep: always to the matter that is no duplicate
 * itself (`root`), and a matter that others are linked to is not linked on; so there is neither a chain nor a circle.
 * @param voices how many matters are linked to the one that is to be linked
 */
export function whyNotLink(matter: LinkEnd, root: LinkEnd, voices: number): Refusal | null {
  if (root.id === matter.id) return refuse('analyse.linkToSelf', 'invalid', { field: 'to' })
  if (voices > 0)
    return refuse('analyse.hasVoices', 'conflict', { field: 'to', values: { count: voices } })
  if (unanswering.includes(root.state))
    return refuse('analyse.linkTargetEnded', 'conflict', {
      field: 'to',
      values: { number: root.number, state: root.state },
    })
  if (matter.duplicateOf === root.id)
    return refuse('analyse.linkedAlready', 'conflict', {
      field: 'to',
      values: { number: root.number },
    })
  return null
}
