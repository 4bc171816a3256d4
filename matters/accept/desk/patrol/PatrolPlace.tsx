import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { Mark } from '#foundation/screens/Mark.tsx'
import { useMe } from '#people/desk/me.ts'
import { locatePoint } from '#places/contract.ts'
import { DivisionChoice } from '#places/desk/DivisionChoice.tsx'
import { useIntakeWords } from '../accept-words.ts'
import type { PatrolDraft, Position } from './patrol.ts'
import { usePosition } from './use-position.ts'

type PatrolPlaceProps = {
  draft: PatrolDraft
  change: (more: Partial<PatrolDraft>) => void
  error: string | null
}

/** Where it is: from the device where it is allowed, else from the list, in words always. */
export function PatrolPlace({ draft, change, error }: PatrolPlaceProps) {
  const { patrol: words, ...more } = useIntakeWords()
  const { county } = useMe()
  const { find, finding, refused } = usePosition((position) => change({ position }))
  return (
    <fieldset className="intake-group">
      <legend>{more.where}</legend>
      {draft.position ? (
        <div className="patrol-position" role="status">
          <PositionFound position={draft.position} county={county} />
          <Button kind="quiet" onPress={() => change({ position: null })}>
            {words.positionDrop}
          </Button>
        </div>
      ) : (
        <div className="patrol-position">
          <Button onPress={find}>{words.position}</Button>
          <p role="status">{finding ? words.positionFinding : null}</p>
        </div>
      )}
      <p role="alert" className={refused ? 'field-error' : undefined}>
        {refused && !draft.position ? words.positionRefused : null}
      </p>
      {draft.position ? null : (
        <DivisionChoice
          label={more.division}
          error={error}
          county={county}
          value={draft.division}
          valueName={draft.divisionName}
          onChange={(division, divisionName) => change({ division, divisionName })}
        />
      )}
      <TextField
        label={more.placeText}
        hint={more.placeHint}
        error={draft.position ? error : null}
        value={draft.placeText}
        onChange={(placeText) => change({ placeText })}
        maxLength={200}
      />
    </fieldset>
  )
}

/** The place's name where an outline knows it, else how exact the point is. */
function PositionFound({ position, county }: { position: Position; county: number }) {
  const { patrol: words } = useIntakeWords()
  const { lon, lat, metres } = position
  const at = useAsk(locatePoint, { county, lon, lat }, { freshSeconds: 600 }).data
  const names = [at?.township?.name, at?.village?.name, at?.grid?.name].filter(Boolean)
  return (
    <p>
      <Mark tone="done" />
      {names.length > 0
        ? fill(words.positionAt, { place: [...new Set(names)].join(' · ') })
        : fill(words.positionPoint, { metres })}
    </p>
  )
}
