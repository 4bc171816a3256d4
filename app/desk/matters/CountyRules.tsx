import { type ReactNode, useMemo } from 'react'
import { RulesProvider } from '#foundation/desk/cited-rules.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import type { RuleValue } from '#foundation/rules-with-citations.ts'
import { useMe } from '#people/desk/me.ts'
import { listRules } from '../../rules-contract.ts'
import { sayRuleName, saySource } from '../../say-rule.ts'

/** The county's rules of today, read once for every screen that cites one. */
export function CountyRules({ children }: { children: ReactNode }) {
  const { county } = useMe()
  const language = useLanguage()
  const rules = useAsk(listRules, { county }, { freshSeconds: 600 }).data
  const find = useMemo(() => {
    const cited = new Map(
      rules?.map(({ id, value, citation, source }) => [
        id,
        {
          id,
          name: sayRuleName(id, language),
          value: value as RuleValue,
          citation,
          sourceName: saySource(source, language),
        },
      ]),
    )
    return (id: string) => cited.get(id)
  }, [rules, language])
  return <RulesProvider value={find}>{children}</RulesProvider>
}
