import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Facts, Part, Sheet } from '#foundation/desk/sheet/Sheet.tsx'
import { sayDay } from '#foundation/screens/say-time.ts'
import { Toned } from '#foundation/screens/Toned.tsx'
import { useHolds } from '#people/desk/me.ts'
import { sayRuleName, sayRuleValue, saySource } from '../../../say-rule.ts'
import { ChangeRule } from './ChangeRule.tsx'
import type { RuleRow, Version } from './rule-rows.ts'
import { useRulesWords } from './rules-words.ts'

/** One rule: what it says, what it rests on, what it has been and will be. */
export function RuleSheet({ row }: { row: RuleRow }) {
  const { rules: words } = useRulesWords()
  const language = useLanguage()
  const now = useNow()
  const keeps = useHolds('leader', 'systemAdmin')
  const [changing, setChanging] = useState(false)
  const shown = row.current ?? row.next
  const facts = shown
    ? [
        {
          name: words.value,
          value: row.current ? sayRuleValue(shown.value, language) : words.none,
        },
        { name: words.since, value: sayDay(shown.validFrom, language, now) },
        { name: words.source, value: saySource(shown.source, language) },
        { name: words.citation, value: shown.citation },
        { name: words.note, value: shown.note },
        { name: words.code, value: row.id },
      ]
    : []
  return (
    <Sheet
      title={sayRuleName(row.id, language)}
      foot={
        keeps && shown ? (
          <div className="acts-mine">
            <Button onPress={() => setChanging(true)}>{words.change}</Button>
          </div>
        ) : null
      }
    >
      <Facts facts={facts.filter(({ value }) => value)} />
      <Part heading={words.history}>
        <ul className="lines">
          {row.versions.toReversed().map((version) => (
            <VersionLine key={version.validFrom} version={version} row={row} />
          ))}
        </ul>
      </Part>
      {changing && shown ? <ChangeRule version={shown} onClose={() => setChanging(false)} /> : null}
    </Sheet>
  )
}

function VersionLine({ version, row }: { version: Version; row: RuleRow }) {
  const { rules: words } = useRulesWords()
  const language = useLanguage()
  const now = useNow()
  const state =
    version === row.current
      ? 'now'
      : version.validFrom > (row.current?.validFrom ?? '')
        ? 'future'
        : 'past'
  const tone = { now: 'open', future: 'waiting', past: 'stopped' } as const
  return (
    <li>
      <span className="line-words">
        <strong>{sayRuleValue(version.value, language)}</strong>
        <span className="line-about">
          {sayDay(version.validFrom, language, now)} · {version.citation}
        </span>
      </span>
      <Toned tone={tone[state]} words={words[state]} />
    </li>
  )
}
