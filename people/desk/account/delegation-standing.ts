import type { Delegation } from '../../model.ts'

/** How a delegation stands at a moment: running, to come, or over. */
export function standingOf(
  { validFrom, validTo, withdrawnAt }: Pick<Delegation, 'validFrom' | 'validTo' | 'withdrawnAt'>,
  now: Date,
): 'now' | 'coming' | 'over' {
  if (withdrawnAt !== null || new Date(validTo) <= now) return 'over'
  return new Date(validFrom) <= now ? 'now' : 'coming'
}
