import { Checkbox } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { OfficesChoice } from '#people/desk/OfficeChoice.tsx'
import { useIntakeWords } from '../accept-words.ts'
import type { IntakeForm } from './use-intake.ts'

type CallerFieldsProps = IntakeForm & {
  /** Whether it is published is settled when it is accepted. */
  mayAccept: boolean
}

/** Who reports, how they want to be treated, and for whom they speak. */
export function CallerFields({ draft, change, trouble, mayAccept }: CallerFieldsProps) {
  const words = useIntakeWords()
  const hidden = draft.confidential || draft.type === 'report'
  return (
    <fieldset className="intake-group">
      <legend>{words.caller}</legend>
      <p className="hint">{words.callerHint}</p>
      <div className="fields-row">
        <TextField
          label={words.phoneNumber}
          error={trouble.at('reporter.phone')}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          type="tel"
          autoComplete="off"
          maxLength={30}
        />
        <TextField
          label={words.name}
          error={trouble.at('reporter.name')}
          value={draft.name}
          onChange={(name) => change({ name })}
          autoComplete="off"
          maxLength={50}
        />
      </div>
      <div className="intake-checks">
        <Checkbox
          label={words.replyWanted}
          checked={draft.replyWanted}
          onChange={(replyWanted) => change({ replyWanted })}
        />
        <Checkbox
          label={words.confidential}
          checked={draft.confidential}
          onChange={(confidential) => change({ confidential })}
        />
        {mayAccept ? (
          <Checkbox
            label={words.published}
            checked={draft.published && !hidden}
            whyNot={hidden ? words.publishedOff : null}
            onChange={(published) => change({ published })}
          />
        ) : null}
        <Checkbox
          label={words.behalf}
          checked={draft.behalf}
          onChange={(behalf) => change({ behalf })}
        />
      </div>
      {draft.behalf ? <BehalfFields draft={draft} change={change} trouble={trouble} /> : null}
      <OfficesChoice
        label={words.concerns}
        hint={words.concernsHint}
        error={trouble.at('concerns')}
        value={draft.concerns}
        onChange={(concerns) => change({ concerns })}
      />
    </fieldset>
  )
}

function BehalfFields({ draft, change, trouble }: IntakeForm) {
  const words = useIntakeWords()
  return (
    <div className="intake-behalf">
      <div className="fields-row">
        <TextField
          label={words.behalfName}
          error={trouble.at('reporter.behalfOf.name')}
          value={draft.behalfName}
          onChange={(behalfName) => change({ behalfName })}
          maxLength={50}
          required
        />
        <TextField
          label={words.behalfRelation}
          error={trouble.at('reporter.behalfOf.relation')}
          value={draft.behalfRelation}
          onChange={(behalfRelation) => change({ behalfRelation })}
          maxLength={50}
          required
        />
      </div>
      <Checkbox
        label={words.consent}
        error={trouble.at('reporter.behalfOf.consent')}
        checked={draft.consent}
        onChange={(consent) => change({ consent })}
        required
      />
    </div>
  )
}
