import { fill } from '#foundation/languages.ts'
import { Mark } from '#foundation/screens/Mark.tsx'
import type { TownshipItemView } from '../model.ts'
import { useDispatchWords } from './dispatch-words.ts'

/** What the township's list forbids or allows, before an office is chosen against it (trap 15). */
export function DutyWarnings({ warnings }: { warnings: readonly TownshipItemView[] }) {
  const { desk, townshipKind } = useDispatchWords()
  const words = desk.dispatch
  if (warnings.length === 0) return null
  return (
    <ul className="warnings">
      {warnings.map((warning) => (
        <li key={`${warning.division} ${warning.item}`}>
          <Mark tone={warning.kind === 'basic' ? 'open' : 'soon'} />
          <div>
            <p>{fill(words.warning, { item: warning.item, kind: townshipKind[warning.kind] })}</p>
            <p className="hint">
              {fill(words[warning.kind], {
                department: warning.departmentName ?? words.department,
              })}
              {warning.departmentDuty} {warning.legalBasis}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
