import type { ReactNode } from 'react'

export type Fact = {
  readonly name: string
  readonly value: ReactNode
  /** A page of what is named. */
  readonly href?: string
}

/** Names and values, one line each, hairlines between: a form already filled in. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.href ? <a href={fact.href}>{fact.value}</a> : fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A part of a page with its own heading. */
export function Section({
  heading,
  id,
  children,
}: {
  heading: string
  id?: string
  children: ReactNode
}) {
  return (
    <section className="section" id={id}>
      <h2>{heading}</h2>
      {children}
    </section>
  )
}

type FigureTableProps = {
  /** What the figures are, with rule and denominator. */
  caption: string
  children: ReactNode
}

/** A table of figures; where it is wider than the page it scrolls by itself, by keyboard too. */
export function FigureTable({ caption, children }: FigureTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        {children}
      </table>
    </section>
  )
}
