/** Writes out an exponent: `4.3E+17` → `430000000000000000`. Any other text is returned unchanged. */
export function plainNumber(text: string): string {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,3})$/.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const right = (point >= 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(/0+$/, '')
  const shown = left.replace(/^0+(?=\d)/, '') + (right ? `.${right}` : '')
  return (sign === '-' ? '-' : '') + shown
}
