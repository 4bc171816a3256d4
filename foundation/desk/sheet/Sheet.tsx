import type { ReactNode } from 'react'
import { Mark } from '../../screens/Mark.tsx'
import type { Tone } from '../../screens/tone.ts'

type SheetProps = {
  title: string
  /** Number, kind, place: short words over the title. */
  about?: ReactNode
  /** How it stands, as a sentence. */
  state?: { tone: Tone; sentence: string }
  /** Stays in sight at the bottom: an `ActBar`, or the buttons of a form. */
  foot?: ReactNode
  children: ReactNode
}

/** One thing and all about it: a matter, an office, a form to fill in. */
export function Sheet({ title, about, state, foot, children }: SheetProps) {
  return (
    <article className="sheet">
      <header className="sheet-head">
        {about ? <p className="sheet-about">{about}</p> : null}
        <h1>{title}</h1>
        {state ? (
          <p className={`sheet-state tone-${state.tone}`}>
            <Mark tone={state.tone} />
            {state.sentence}
          </p>
        ) : null}
      </header>
      <div className="sheet-body">{children}</div>
      {foot ? <footer className="sheet-foot">{foot}</footer> : null}
    </article>
  )
}

/** A part of a sheet under its own small heading. */
export function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="part">
      <h2>{heading}</h2>
      {children}
    </section>
  )
}

/** Names and values, one line each. */
export function Facts({ facts }: { facts: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What somebody said or wrote, as it is. */
export function Quote({ children }: { children: ReactNode }) {
  return <blockquote className="quote">{children}</blockquote>
}
