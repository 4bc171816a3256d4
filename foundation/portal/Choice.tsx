import type { ReactNode } from 'react'
import { type Asked, describedBy, fieldId, HintAndError, Need, type Option } from './Field.tsx'

function Question({ asked, children }: { asked: Asked; children: ReactNode }) {
  return (
    <fieldset
      className={asked.error ? 'field field-wrong' : 'field'}
      id={fieldId(asked)}
      aria-describedby={describedBy(asked)}
    >
      <legend>
        {asked.label} <Need required={asked.required} />
      </legend>
      <HintAndError {...asked} />
      <div className="choices">{children}</div>
    </fieldset>
  )
}

type OneOrMore = Asked & { options: readonly Option[] }

function OptionRow({
  type,
  asked,
  option,
  chosen,
}: {
  type: 'radio' | 'checkbox'
  asked: Asked
  option: Option
  chosen: boolean
}) {
  const id = `${fieldId(asked)}-${option.value}`
  return (
    <div className="choice">
      <input
        type={type}
        id={id}
        name={asked.name}
        value={option.value}
        defaultChecked={chosen}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>
        {option.label}
        {option.hint ? (
          <span className="choice-hint" id={`${id}-hint`}>
            {option.hint}
          </span>
        ) : null}
      </label>
    </div>
  )
}

/** One of several. */
export function RadioField({
  options,
  value,
  ...asked
}: OneOrMore & { value?: string | undefined }) {
  return (
    <Question asked={asked}>
      {options.map((option) => (
        <OptionRow
          key={option.value}
          type="radio"
          asked={asked}
          option={option}
          chosen={option.value === value}
        />
      ))}
    </Question>
  )
}

/** Any of several; the form sends the name once for each. */
export function CheckboxesField({
  options,
  values = [],
  ...asked
}: OneOrMore & { values?: readonly string[] }) {
  return (
    <Question asked={asked}>
      {options.map((option) => (
        <OptionRow
          key={option.value}
          type="checkbox"
          asked={asked}
          option={option}
          chosen={values.includes(option.value)}
        />
      ))}
    </Question>
  )
}

type CheckboxProps = Pick<Asked, 'name' | 'form' | 'label' | 'hint' | 'error'> & {
  checked?: boolean
  value?: string
}

/** A single yes. */
export function CheckboxField({ checked = false, value = 'yes', ...asked }: CheckboxProps) {
  const id = fieldId(asked)
  return (
    <div className={asked.error ? 'field field-wrong' : 'field'}>
      <HintAndError {...asked} hint={undefined} />
      <div className="choice">
        <input
          type="checkbox"
          id={id}
          name={asked.name}
          value={value}
          defaultChecked={checked}
          aria-describedby={describedBy(asked)}
          aria-invalid={asked.error ? true : undefined}
        />
        <label htmlFor={id}>
          {asked.label}
          {asked.hint ? (
            <span className="choice-hint" id={`${id}-hint`}>
              {asked.hint}
            </span>
          ) : null}
        </label>
      </div>
    </div>
  )
}
