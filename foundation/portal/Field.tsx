import type { ReactNode } from 'react'
import { useScreenWords } from './frame.ts'

/** What every field says: its name, its question, help, and what is wrong with the answer. */
export type Asked = {
  readonly name: string
  /** Name of the form, where several forms of a page ask under the same name. */
  readonly form?: string
  readonly label: string
  readonly hint?: ReactNode
  /** The refusal's sentence: what to do, not what went wrong inside. */
  readonly error?: string | undefined
  /** Unless true, the label says that the answer may be left out. */
  readonly required?: boolean
  /** `large` makes the question the chief one of its page; `page` makes it the page's own heading besides. */
  readonly size?: 'usual' | 'large' | 'page'
}

export const fieldId = ({ name, form }: Pick<Asked, 'name' | 'form'>) =>
  form ? `field-${form}-${name}` : `field-${name}`

/** Ids of hint and error, for `aria-describedby`. */
export function describedBy(asked: Asked): string | undefined {
  const id = fieldId(asked)
  const ids = [asked.hint ? `${id}-hint` : null, asked.error ? `${id}-error` : null]
  return ids.filter(Boolean).join(' ') || undefined
}

/** Required or optional, in words beside the question. */
export function Need({ required }: { required?: boolean | undefined }) {
  const words = useScreenWords()
  return required ? null : <span className="need">{words.optional}</span>
}

export function HintAndError(asked: Asked) {
  const words = useScreenWords()
  const { hint, error } = asked
  const id = fieldId(asked)
  return (
    <>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          <span className="hidden-text">{words.attention} </span>
          {error}
        </p>
      ) : null}
    </>
  )
}

function Asking({ asked, children }: { asked: Asked; children: ReactNode }) {
  const { size = 'usual' } = asked
  const kind = `field${asked.error ? ' field-wrong' : ''}${size === 'usual' ? '' : ' field-large'}`
  const label = (
    <label htmlFor={fieldId(asked)}>
      {asked.label} <Need required={asked.required} />
    </label>
  )
  return (
    <div className={kind}>
      {size === 'page' ? <h1>{label}</h1> : label}
      <HintAndError {...asked} />
      {children}
    </div>
  )
}

/** Attributes all controls share. No `required`: the server's sentence says more than a browser's bubble. */
function controlOf(asked: Asked) {
  return {
    id: fieldId(asked),
    name: asked.name,
    'aria-describedby': describedBy(asked),
    'aria-invalid': asked.error ? true : undefined,
    'aria-required': asked.required || undefined,
  }
}

type TextFieldProps = Asked & {
  value?: string | undefined
  type?: 'text' | 'tel' | 'search' | 'date' | 'password'
  inputMode?: 'numeric' | 'tel' | 'text'
  autoComplete?: string
  maxLength?: number
  /** Characters the answer usually has: the field is as long as its answer. */
  length?: number
}

export function TextField({ value, type = 'text', length, ...rest }: TextFieldProps) {
  const { name, form, label, hint, error, required, size, ...input } = rest
  const width =
    length === undefined ? '' : length <= 8 ? ' width-short' : length <= 20 ? ' width-middle' : ''
  return (
    <Asking asked={rest}>
      <input
        {...controlOf(rest)}
        {...input}
        type={type}
        className={`control${width}`}
        defaultValue={value}
      />
    </Asking>
  )
}

type TextAreaProps = Asked & { value?: string | undefined; rows?: number; maxLength?: number }

export function TextArea({ value, rows = 5, maxLength, ...asked }: TextAreaProps) {
  return (
    <Asking asked={asked}>
      <textarea
        {...controlOf(asked)}
        className="control"
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
      />
    </Asking>
  )
}

export type Option = { readonly value: string; readonly label: string; readonly hint?: string }

type SelectFieldProps = Asked & {
  value?: string | undefined
  options: readonly (Option | { readonly group: string; readonly options: readonly Option[] })[]
  /** Text of the empty first choice; "please choose" unless told otherwise. */
  empty?: string
}

export function SelectField({ value, options, empty, ...asked }: SelectFieldProps) {
  const words = useScreenWords()
  return (
    <Asking asked={asked}>
      <span className="select">
        <select {...controlOf(asked)} className="control" defaultValue={value ?? ''}>
          <option value="">{empty ?? words.chooseOne}</option>
          {options.map((option) =>
            'group' in option ? (
              <optgroup key={option.group} label={option.group}>
                {option.options.map((one) => (
                  <option key={one.value} value={one.value}>
                    {one.label}
                  </option>
                ))}
              </optgroup>
            ) : (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ),
          )}
        </select>
      </span>
    </Asking>
  )
}

type FileFieldProps = Asked & { accept: string; multiple?: boolean }

export function FileField({ accept, multiple = true, ...asked }: FileFieldProps) {
  return (
    <Asking asked={asked}>
      <input
        {...controlOf(asked)}
        className="control-file"
        type="file"
        accept={accept}
        multiple={multiple}
      />
    </Asking>
  )
}
