/** A key as it is printed on the keyboard, drawn by the stylesheet; `aria-keyshortcuts` says it. */
export function KeyCap({ keys }: { keys: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {keys.split('+').map((key) => (
        <span className="key-cap" key={key} data-key={printed[key] ?? key} />
      ))}
    </span>
  )
}

const printed: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Enter: '↵',
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ' ': '␣',
}
