import { CheckboxField } from '#foundation/portal/Choice.tsx'
import { type Option, SelectField, TextField } from '#foundation/portal/Field.tsx'
import { type FieldTrouble, troubleOf } from '#foundation/portal/Form.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import { portalWords } from '../words.ts'

export type PlaceValues = {
  readonly division?: string
  readonly placeText?: string
  readonly lon?: string
  readonly lat?: string
  /** In which system the point was measured. */
  readonly datum?: string
}

/** Township by township, the villages and communities one can choose from. */
export type PlaceGroup = { readonly group: string; readonly options: readonly Option[] }

type PlaceFieldsProps = {
  readonly values: PlaceValues
  readonly troubles: readonly FieldTrouble[]
  readonly places: readonly PlaceGroup[]
}

/** Where it is: from the list, in one's own words, or a point on the map; any of them, or none. */
export function PlaceFields({ values, troubles, places }: PlaceFieldsProps) {
  const words = useWords(portalWords).report
  return (
    <>
      <SelectField
        name="division"
        label={words.division}
        empty={words.divisionEmpty}
        options={places}
        value={values.division}
        error={troubleOf(troubles, 'division')}
      />
      <TextField
        name="placeText"
        label={words.placeText}
        hint={words.placeTextHint}
        maxLength={200}
        value={values.placeText}
        error={troubleOf(troubles, 'placeText')}
      />
      <PointField values={values} />
    </>
  )
}

/** The point travels in hidden fields; a script may show a map for it (enhance/place.ts). */
function PointField({ values }: { values: PlaceValues }) {
  const { point } = useWords(portalWords).report
  const { county, tiles } = useFrame()
  return (
    <div
      className="point-field"
      data-enhance="place"
      data-county={county}
      data-tiles={tiles?.address}
      data-tiles-by={tiles?.by}
      data-words={JSON.stringify(point)}
    >
      <input type="hidden" name="lon" defaultValue={values.lon ?? ''} />
      <input type="hidden" name="lat" defaultValue={values.lat ?? ''} />
      <input type="hidden" name="datum" defaultValue={values.datum ?? 'WGS84'} />
      {values.lon ? (
        <div data-without-script="">
          <CheckboxField name="dropPoint" label={point.dropBox} hint={point.kept} />
        </div>
      ) : null}
    </div>
  )
}
