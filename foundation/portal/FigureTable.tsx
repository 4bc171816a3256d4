import type { ReactNode } from 'react'

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
