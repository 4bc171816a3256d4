import { useCitedRule } from '#foundation/desk/cited-rules.ts'
import type { Choice } from '#foundation/desk/parts/Select.tsx'

/** The words a county allows, as choices; one without a text of ours is shown as the county wrote it. */
export function useCountyList(rule: string, names: Readonly<Record<string, string>>): Choice[] {
  const value = useCitedRule()(rule)?.value
  const items = value?.kind === 'list' ? value.items : []
  return items.map((key) => ({ key, label: names[key] ?? key }))
}
