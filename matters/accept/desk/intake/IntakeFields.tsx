import { FileField } from '#foundation/desk/form/FileField.tsx'
import type { SentFiles } from '#foundation/desk/form/use-sent-files.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ComboBox, Select } from '#foundation/desk/parts/Select.tsx'
import { requestTypes, type Urgency, urgencies } from '#matters/matter/model.ts'
import { useMe } from '#people/desk/me.ts'
import { DivisionChoice } from '#places/desk/DivisionChoice.tsx'
import { useIntakeWords, useMatterWords } from '../accept-words.ts'
import type { CategoryChoice, IntakeDraft } from './intake.ts'
import type { IntakeForm } from './use-intake.ts'

const mostFiles = 9

type IntakeFieldsProps = IntakeForm & {
  channel: 'phone' | 'walkIn'
  categories: readonly CategoryChoice[]
  /** The urgency that stands. */
  urgency: Urgency
  files: SentFiles
}

/** What was said, where, and what it is. */
export function IntakeFields(props: IntakeFieldsProps) {
  const { draft, change, trouble, channel, files } = props
  const words = useIntakeWords()
  return (
    <>
      <TextField
        label={channel === 'phone' ? words.said : words.saidAtDesk}
        hint={words.saidHint}
        error={trouble.at('words')}
        value={draft.words}
        onChange={(said) => change({ words: said })}
        rows={5}
        maxLength={5000}
        required
        autoFocus
      />
      <div className="fields-row">
        <PlaceFields {...props} />
        <KindFields {...props} />
      </div>
      {channel === 'walkIn' ? (
        <FileField
          label={words.files}
          error={trouble.at('files')}
          choose={words.filesChoose}
          accept="image/*,application/pdf"
          most={mostFiles}
          kept={draft.files}
          files={files}
        />
      ) : null}
    </>
  )
}

function PlaceFields({ draft, change, trouble }: IntakeFieldsProps) {
  const words = useIntakeWords()
  const { county } = useMe()
  return (
    <fieldset className="intake-group">
      <legend>{words.where}</legend>
      <DivisionChoice
        label={words.division}
        error={trouble.at('place')}
        county={county}
        value={draft.division}
        valueName={draft.divisionName}
        onChange={(division, divisionName) => change({ division, divisionName })}
      />
      <TextField
        label={words.placeText}
        placeholder={words.placeHint}
        value={draft.placeText}
        onChange={(placeText) => change({ placeText })}
        maxLength={200}
      />
    </fieldset>
  )
}

function KindFields({ draft, change, trouble, categories, urgency }: IntakeFieldsProps) {
  const words = useIntakeWords()
  const matter = useMatterWords()
  return (
    <fieldset className="intake-group">
      <legend>{words.about}</legend>
      <ComboBox
        // The box reads its choices once, when it is made.
        key={categories.length}
        label={words.category}
        hint={draft.categorySuggested ? words.categorySuggested : null}
        error={trouble.at('category')}
        choices={categories.map(({ code, name, above }) => ({
          key: code,
          label: name,
          about: above ?? undefined,
        }))}
        value={draft.category}
        onChange={(category) => change({ category, categorySuggested: false })}
      />
      <div className="fields-row">
        <Select
          label={words.type}
          error={trouble.at('type')}
          choices={requestTypes.map((key) => ({ key, label: matter.type[key] }))}
          value={draft.type}
          onChange={(type) => change({ type: type as IntakeDraft['type'] })}
        />
        <Select
          label={words.urgency}
          error={trouble.at('urgency')}
          choices={urgencies.map((key) => ({ key, label: matter.urgency[key] }))}
          value={urgency}
          required
          onChange={(chosen) => change({ urgency: chosen as Urgency })}
        />
      </div>
    </fieldset>
  )
}
