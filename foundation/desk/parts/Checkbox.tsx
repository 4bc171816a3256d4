import {
  RadioGroup as AriaRadioGroup,
  CheckboxButton,
  CheckboxField,
  Radio,
} from 'react-aria-components'
import { type Asked, ariaOf, FieldLabel, FieldNotes } from './Field.tsx'
import { KeyCap } from './KeyCap.tsx'
import type { Choice } from './Select.tsx'
import { Sign } from './Sign.tsx'

type CheckboxProps = Asked & {
  checked: boolean
  onChange: (checked: boolean) => void
  /** Some of what it stands for is chosen. */
  some?: boolean
  /** The label is said, not shown: a row of a table. */
  bare?: boolean
}

export function Checkbox({
  checked,
  onChange,
  some = false,
  bare = false,
  ...asked
}: CheckboxProps) {
  return (
    <CheckboxField
      {...ariaOf(asked)}
      className={bare ? 'check-bare' : 'check'}
      isSelected={checked}
      isIndeterminate={some}
      onChange={onChange}
    >
      <CheckboxButton className="check-button">
        <span className="check-box">
          <Sign name={some ? 'dash' : 'check'} />
        </span>
        <span className={bare ? 'hidden-text' : undefined}>{asked.label}</span>
      </CheckboxButton>
      <FieldNotes {...asked} />
    </CheckboxField>
  )
}

type RadioGroupProps = Asked & {
  choices: readonly Choice[]
  value: string | null
  onChange: (key: string) => void
  /** Side by side where there is room. */
  inline?: boolean
}

export function RadioGroup({
  choices,
  value,
  onChange,
  inline = false,
  ...asked
}: RadioGroupProps) {
  return (
    <AriaRadioGroup {...ariaOf(asked)} className="field" value={value} onChange={onChange}>
      <FieldLabel label={asked.label} required={asked.required ?? false} />
      <FieldNotes {...asked} />
      <div className={inline ? 'radios radios-inline' : 'radios'}>
        {choices.map((choice) => (
          <Radio
            key={choice.key}
            value={choice.key}
            className="radio"
            aria-keyshortcuts={choice.keys}
          >
            <span className="radio-dot" />
            <span>
              {choice.label}
              {choice.about ? <span className="option-about">{choice.about}</span> : null}
            </span>
            {choice.keys ? <KeyCap keys={choice.keys} /> : null}
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  )
}
