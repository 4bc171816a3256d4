/** The few line drawings of the desk. Each stands beside words or in a control with a name. */
const paths = {
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  caret: 'M4 6.5l4 4 4-4',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  check: 'M3.5 8.5l3 3 6-7',
  dash: 'M3.5 8h9',
  search: 'M11 11l3 3M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10z',
  back: 'M9.5 3.5L5 8l4.5 4.5',
  rows: 'M2.5 4h11M2.5 8h11M2.5 12h11',
} as const

export function Sign({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
