import { useNow } from '#foundation/desk/clock.ts'
import { Register } from '#foundation/desk/register/Register.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import type { Column } from '#foundation/desk/table/column.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { dayHere } from '#foundation/screens/local-time.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { useMe } from '#people/desk/me.ts'
import { listRuleVersions } from '../../../rules-contract.ts'
import { sayRuleName, sayRuleValue, saySource } from '../../../say-rule.ts'
import { RuleSheet } from './RuleSheet.tsx'
import { type RuleRow, rowsOf } from './rule-rows.ts'
import { useRulesWords } from './rules-words.ts'

/** Every rule of the county with its value and what it rests on: read by all, changed by those who keep them. */
export function RulesPage() {
  const { rules: words } = useRulesWords()
  const language = useLanguage()
  const { county } = useMe()
  const now = useNow()
  const answer = useAsk(listRuleVersions, { county })
  const nameOf = ({ id }: RuleRow) => sayRuleName(id, language)
  return (
    <Register
      title={words.title}
      about={words.about}
      columns={useColumns(nameOf)}
      rows={rowsOf(answer.data ?? [], dayHere(now))}
      idOf={({ id }) => id}
      nameOf={nameOf}
      textOf={(row) => [nameOf(row), row.id, row.current?.citation].join(' ')}
      asking={answer}
      empty={<p>{words.empty}</p>}
      detail={(row) => <RuleSheet key={row.id} row={row} />}
    />
  )
}

function useColumns(nameOf: (row: RuleRow) => string): readonly Column<RuleRow>[] {
  const { rules: words } = useRulesWords()
  const language = useLanguage()
  const now = useNow()
  return [
    {
      key: 'name',
      label: words.name,
      width: 'minmax(10rem, 2fr)',
      narrow: 'title',
      cell: nameOf,
    },
    {
      key: 'value',
      label: words.value,
      width: 'minmax(8rem, 1.6fr)',
      narrow: 'about',
      cell: ({ current }) => (current ? sayRuleValue(current.value, language) : words.none),
    },
    {
      key: 'next',
      label: words.future,
      width: 'minmax(8rem, 1.4fr)',
      narrow: 'about',
      cell: ({ next }) =>
        next &&
        fill(words.coming, {
          day: sayDay(next.validFrom, language, now),
          value: sayRuleValue(next.value, language),
        }),
    },
    {
      key: 'source',
      label: words.source,
      width: '8rem',
      narrow: 'about',
      cell: ({ current }) => current && saySource(current.source, language),
    },
    {
      key: 'since',
      label: words.since,
      width: '9rem',
      narrow: 'none',
      cell: ({ current }) => current && sayDay(current.validFrom, language, now),
    },
  ]
}
