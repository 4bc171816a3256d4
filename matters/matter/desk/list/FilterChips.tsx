import { Button } from '#foundation/desk/parts/Button.tsx'
import { Sign } from '#foundation/desk/parts/Sign.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { useMe } from '#people/desk/me.ts'
import { useOfficeName } from '#people/desk/offices.ts'
import { useDivisionName } from '#places/desk/division-name.ts'
import { useMatterWords } from '../matter-words.ts'
import { type FilterName, filterNames } from './address.ts'
import type { Filtering } from './MatterFilters.tsx'

type FilterChipsProps = Filtering & {
  categoryName: (code: string) => string | undefined
  onClear: () => void
}

/** What the list is narrowed by, each with a button that drops it. */
export function FilterChips({ filters, filter, categoryName, onClear }: FilterChipsProps) {
  const words = useMatterWords()
  const language = useLanguage()
  const officeName = useOfficeName()
  const { division } = filters
  const divisionName = useDivisionName(useMe().county, division)
  const { list } = words.desk
  const nameIn = (names: Readonly<Record<string, string>>, key: string) => names[key] ?? key
  const say: Readonly<Record<FilterName, (value: string) => string>> = {
    words: (value) => `“${value}”`,
    kind: (value) => nameIn(words.kind, value),
    state: (value) => nameIn(words.state, value),
    standing: (value) => nameIn(list.standings, value),
    category: (value) => categoryName(value) ?? value,
    division: (value) => divisionName ?? value,
    office: (value) => officeName(value) ?? value,
    channel: (value) => nameIn(words.channel, value),
    from: (value) => fill(list.fromDay, { day: sayDay(value, language) }),
    to: (value) => fill(list.toDay, { day: sayDay(value, language) }),
    order: (value) => nameIn(list.orders, value),
  }
  const chips = filterNames.flatMap((name) => {
    const value = filters[name]
    return value ? [{ name, label: say[name](value) }] : []
  })
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={list.filter}>
      {chips.map(({ name, label }) => (
        <li key={name} className="chip">
          {label}
          <Button
            kind="quiet"
            label={fill(list.drop, { name: label })}
            onPress={() => filter({ [name]: undefined })}
          >
            <Sign name="close" />
          </Button>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <Button kind="quiet" onPress={onClear}>
            {list.clear}
          </Button>
        </li>
      ) : null}
    </ul>
  )
}
