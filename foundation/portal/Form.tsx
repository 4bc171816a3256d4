import type { ReactNode } from 'react'
import { fill } from '../languages.ts'
import { fieldId } from './Field.tsx'
import { useScreenWords } from './frame.ts'

export type FieldTrouble = { readonly field?: string; readonly sentence: string }

type FormProps = {
  action: string
  /** `get` for searches, which have an address of their own. */
  method?: 'post' | 'get'
  /** The form carries files. */
  files?: boolean
  /** Its few short questions stand side by side where there is room. */
  inline?: boolean
  /** What the server refused of the last sending; said on top and beside the field. */
  troubles?: readonly FieldTrouble[]
  children: ReactNode
}

/** A native form. That it was sent from our own page is checked at the edge, so it carries no token. */
export function Form(props: FormProps) {
  const { action, method = 'post', files, inline, troubles = [], children } = props
  return (
    <>
      <TroubleSummary troubles={troubles} />
      <form
        action={action}
        method={method}
        className={inline ? 'fields-inline' : undefined}
        encType={files ? 'multipart/form-data' : undefined}
        noValidate
      >
        {children}
      </form>
    </>
  )
}

type TroubleSummaryProps = {
  troubles: readonly FieldTrouble[]
  /** Which form they are about, where several stand on the page. */
  form?: string
}

/** First thing on the page after a refused sending, each line leading to its field. */
export function TroubleSummary({ troubles, form }: TroubleSummaryProps) {
  const words = useScreenWords()
  if (troubles.length === 0) return null
  return (
    <div className="notice notice-trouble" role="alert">
      <h2>{fill(words.troubleHeading, { count: troubles.length })}</h2>
      <ul>
        {troubles.map((trouble) => (
          <li key={trouble.sentence}>
            {trouble.field ? (
              <a href={`#${fieldId({ name: trouble.field, form })}`}>{trouble.sentence}</a>
            ) : (
              trouble.sentence
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The sentence for one field, for the field's own `error`. */
export function troubleOf(
  troubles: readonly FieldTrouble[] | undefined,
  field: string,
): string | undefined {
  return troubles?.find((trouble) => trouble.field === field)?.sentence
}

type SubmitProps = {
  /** What will happen, in the county's words. */
  label: string
  /** `next` is the one thing to do next and stands once on a page. */
  kind?: 'next' | 'other'
  name?: string
  value?: string
  formAction?: string
}

export function Submit({ label, kind = 'next', ...button }: SubmitProps) {
  return (
    <button {...button} type="submit" className={kind === 'next' ? 'button button-next' : 'button'}>
      {label}
    </button>
  )
}

/** A link that begins something, so it looks like what it does. */
export function ActionLink({
  href,
  label,
  kind = 'next',
}: {
  href: string
  label: string
  kind?: 'next' | 'other'
}) {
  return (
    <a className={kind === 'next' ? 'button button-next' : 'button'} href={href}>
      {label}
    </a>
  )
}

/** Buttons in one row, the next thing first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>
}
