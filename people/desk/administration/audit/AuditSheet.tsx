import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Facts, Part, Sheet } from '#foundation/desk/sheet/Sheet.tsx'
import { sayMoment } from '#foundation/screens/say-time.ts'
import type { AuditEntry } from '../../../model.ts'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'

type AuditSheetProps = {
  entry: AuditEntry
  event: string
  /** Only one person's lines are shown. */
  narrowed: boolean
  onPerson: (person: string) => void
}

/** One line of the log in full, with its codes: what was written is what is shown. */
export function AuditSheet({ entry, event, narrowed, onPerson }: AuditSheetProps) {
  const { audit: words } = useAdministrationWords()
  const language = useLanguage()
  const { person, personName, detail } = entry
  const facts = [
    { name: words.at, value: sayMoment(entry.at, language) },
    { name: words.person, value: personName ?? words.nobody },
    { name: words.address, value: entry.address },
  ]
  const names: Readonly<Record<string, string>> = usePeopleWords().fields
  const details = Object.entries(detail).map(([name, value]) => ({
    name: names[name] ?? name,
    value: String(value),
  }))
  return (
    <Sheet
      title={event}
      foot={
        <div className="acts-mine">
          {narrowed ? <Button onPress={() => onPerson('')}>{words.everybody}</Button> : null}
          {person && !narrowed ? (
            <Button onPress={() => onPerson(person)}>{words.onlyThis}</Button>
          ) : null}
        </div>
      }
    >
      <Facts facts={facts.filter(({ value }) => value)} />
      {details.length > 0 ? (
        <Part heading={words.detail}>
          <Facts facts={details} />
        </Part>
      ) : null}
    </Sheet>
  )
}
