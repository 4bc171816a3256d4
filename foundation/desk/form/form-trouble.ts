import type { ProblemError } from '../ask.ts'

/** A refusal laid out on a form: its sentence beside the field it blames, else at the foot. */
export type Trouble = {
  /** The sentence for a field of the form, or null. */
  readonly at: (field: string) => string | null
  /** The sentence when it blames none of the form's fields. */
  readonly rest: string | null
}

/**
 * Finds the field of a form that a refusal blames. Fields are dotted paths; the refusal may name a part of one
 * (`reporter.phone` of `reporter`) or stand inside a step (`next.0.reply` for `reply`).
 * @param beside sentences for refusals that need not name the field they stand beside, by their keys
 */
export function troubleOf(
  problem: (Pick<ProblemError, 'detail' | 'field'> & { refusal?: string | null }) | null,
  fields: readonly string[],
  beside: Readonly<Record<string, string>> = {},
): Trouble {
  const blamed = problem?.field?.replace(/^next\.\d+\./, '') ?? ''
  const at = fields
    .filter((field) => blamed === field || blamed.startsWith(`${field}.`))
    .reduce((longest, field) => (field.length > longest.length ? field : longest), '')
  return {
    at: (field) =>
      problem && field === at ? (beside[problem.refusal ?? ''] ?? problem.detail) : null,
    rest: problem && at === '' ? problem.detail : null,
  }
}
