import type { ReactNode } from 'react'
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components'
import { useScreenWords } from '../setting.ts'

/** What every field says: question, help, what is wrong, why it cannot be changed. */
export type Asked = {
  label: string
  hint?: ReactNode
  /** The refusal's sentence. */
  error?: string | null | undefined
  required?: boolean
  /** Why it cannot be changed now. */
  whyNot?: string | null | undefined
  name?: string
}

export function FieldLabel({ label, required }: Pick<Asked, 'label' | 'required'>) {
  const words = useScreenWords()
  return (
    <Label>
      {label}
      {required ? null : <span className="need">{words.optional}</span>}
    </Label>
  )
}

/** Help, reason and error, in that order under the label. */
export function FieldNotes({ hint, error, whyNot }: Pick<Asked, 'hint' | 'error' | 'whyNot'>) {
  return (
    <>
      {hint || whyNot ? (
        <Text slot="description" className="hint">
          {hint}
          {whyNot ? <span className="off-reason">{whyNot}</span> : null}
        </Text>
      ) : null}
      {error ? <FieldError className="field-error">{error}</FieldError> : null}
    </>
  )
}

/** Attributes the kit's fields share. Checks are the server's, so the browser's own bubbles stay away. */
export function ariaOf({ error, required, whyNot, name }: Asked) {
  return {
    isInvalid: Boolean(error),
    isRequired: required ?? false,
    isDisabled: Boolean(whyNot),
    validationBehavior: 'aria' as const,
    ...(name === undefined ? {} : { name }),
  }
}

type TextFieldProps = Asked & {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'tel' | 'password' | 'search' | 'date' | 'datetime-local'
  inputMode?: 'numeric' | 'tel' | 'text'
  autoComplete?: string
  maxLength?: number
  /** More than one line. */
  rows?: number
  placeholder?: string
  autoFocus?: boolean
}

export function TextField({ rows, placeholder, ...props }: TextFieldProps) {
  const { label, hint, error, required, whyNot, name, ...control } = props
  return (
    <AriaTextField {...control} {...ariaOf(props)} className="field">
      <FieldLabel label={label} required={required ?? false} />
      <FieldNotes hint={hint} error={error} whyNot={whyNot} />
      {rows === undefined ? (
        <Input className="control" placeholder={placeholder} />
      ) : (
        <TextArea className="control" rows={rows} placeholder={placeholder} />
      )}
    </AriaTextField>
  )
}
