import type { ReactNode } from 'react'
import type { Tone } from './tone.ts'

/** One shape per tone, so that colour is never the only sign (WCAG 1.4.1). */
const shapes: Record<Tone, ReactNode> = {
  waiting: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  open: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path className="mark-cut" d="M4.8 8.2l2.3 2.3 4.2-4.6" />
    </>
  ),
  soon: (
    <>
      <path d="M8 1.2l7 13H1z" fill="currentColor" />
      <path className="mark-cut" d="M8 5.8v4M8 11v1.8" />
    </>
  ),
  late: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" fill="currentColor" />
      <path className="mark-cut" d="M8 4v5M8 10.6v2" />
    </>
  ),
  paused: (
    <>
      <rect x="3" y="2.5" width="3.4" height="11" fill="currentColor" />
      <rect x="9.6" y="2.5" width="3.4" height="11" fill="currentColor" />
    </>
  ),
  stopped: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M4.5 8h7" stroke="currentColor" strokeWidth="2" />
    </>
  ),
}

/** Says nothing to a screen reader: the words stand beside it, always. */
export function Mark({ tone }: { tone: Tone }) {
  return (
    <svg className={`mark tone-${tone}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[tone]}
    </svg>
  )
}
