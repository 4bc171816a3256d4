import type { OutputOf } from '#foundation/contract.ts'
import type { RuleValue } from '#foundation/rules-with-citations.ts'
import type { listRuleVersions } from '../../../rules-contract.ts'
import { ruleRank } from '../../../say-rule.ts'

/** A version as the server tells it, with the value it checked when it was set. */
export type Version = Omit<OutputOf<typeof listRuleVersions>[number], 'value'> & {
  readonly value: RuleValue
}

/** A rule with all it has been and will be, oldest first. */
export type RuleRow = {
  readonly id: string
  readonly versions: readonly Version[]
  /** What holds on the day asked about. */
  readonly current: Version | null
  /** What follows it, where something does. */
  readonly next: Version | null
}

/** Puts versions together by rule. @param today 'YYYY-MM-DD' */
export function rowsOf(
  versions: OutputOf<typeof listRuleVersions>,
  today: string,
): readonly RuleRow[] {
  const byRule = Map.groupBy(versions as readonly Version[], ({ id }) => id)
  const holds = ({ validFrom, validTo }: Version) =>
    validFrom <= today && (validTo === null || today < validTo)
  return [...byRule]
    .map(([id, all]) => ({
      id,
      versions: all,
      current: all.find(holds) ?? null,
      next: all.find(({ validFrom }) => validFrom > today) ?? null,
    }))
    .sort((a, b) => ruleRank(a.id) - ruleRank(b.id) || a.id.localeCompare(b.id))
}
