import { Checkbox } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import { type RequestType, requestTypes, type Urgency, urgencies } from '#matters/matter/model.ts'
import { useMe } from '#people/desk/me.ts'
import { OfficesChoice } from '#people/desk/OfficeChoice.tsx'
import { DivisionChoice } from '#places/desk/DivisionChoice.tsx'
import { accept } from '../../contract.ts'
import { useActsWords } from './acts-words.ts'

/** Takes a matter in: everything known is filled in and may be put right. */
export function AcceptForm(props: ActFormProps) {
  const words = useActsWords().accept
  const { type: types, urgency: urgencyNames } = useMatterWords()
  const { county } = useMe()
  const { matter } = props
  const known = {
    title: matter.title,
    type: matter.type as RequestType | null,
    urgency: matter.urgency as Urgency,
    division: matter.division,
    placeText: matter.placeText,
    confidential: matter.confidential,
    published: true,
    concerns: [] as readonly string[],
  }
  const form = useActForm(accept, props, known, (draft) => ({
    title: said(draft.title),
    type: draft.type ?? undefined,
    urgency: draft.urgency,
    published: draft.published,
    confidential: draft.confidential,
    place: { division: draft.division ?? undefined, text: said(draft.placeText) },
    concerns: draft.concerns.length > 0 ? [...draft.concerns] : undefined,
  }))
  const { draft, bind, change } = form
  const closed = draft.confidential || draft.type === 'report'
  return (
    <ActForm verb="accept" form={form} lead={words.lead} onClose={props.onClose}>
      <TextField label={words.title} {...bind('title')} maxLength={60} required />
      <div className="fields-row">
        <Select
          label={words.type}
          choices={requestTypes.map((key) => ({ key, label: types[key] }))}
          {...bind('type')}
          onChange={(type) => change({ type: type as RequestType })}
        />
        <Select
          label={words.urgency}
          hint={words.urgencyHint}
          required
          choices={urgencies.map((key) => ({ key, label: urgencyNames[key] }))}
          {...bind('urgency')}
          onChange={(urgency) => change({ urgency: urgency as Urgency })}
        />
      </div>
      <div className="fields-row">
        <DivisionChoice
          label={words.division}
          county={county}
          valueName={matter.divisionName}
          {...bind('division')}
        />
        <TextField label={words.place} {...bind('placeText')} maxLength={200} />
      </div>
      <Checkbox
        label={words.confidential}
        checked={draft.confidential}
        onChange={(confidential) => change({ confidential })}
      />
      <Checkbox
        label={words.published}
        whyNot={closed ? words.neverPublished : null}
        checked={draft.published && !closed}
        onChange={(published) => change({ published })}
      />
      <OfficesChoice label={words.concerns} hint={words.concernsHint} {...bind('concerns')} />
    </ActForm>
  )
}
