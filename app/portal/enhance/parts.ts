/** The words a part of the page carries for its script, in the reader's language. */
export function wordsOf<W extends Readonly<Record<string, string>>>(host: HTMLElement): W {
  return JSON.parse(host.dataset.words ?? '{}') as W
}

/** A button of the portal that only exists with a script. */
export function buttonOf(label: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button'
  button.textContent = label
  button.addEventListener('click', press)
  return button
}

/** A line that is read out when it changes. */
export function spokenLine(): HTMLParagraphElement {
  const line = document.createElement('p')
  line.className = 'point-said'
  line.setAttribute('role', 'status')
  return line
}
