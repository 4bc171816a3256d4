// GB 32100: the alphabet leaves out I O S V Z; a character's value is its place in it.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
// GB 11714: the organisation code inside (characters 9–17) has letters as 10–35 and a check character of its own.
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

// Registration department and kind. 54 and 55 are village and residents' committees, N1–N3 rural collectives
// (农经发〔2018〕4号); many validators miss them.
const bodies = new Set([
  ...[
    '11',
    '12',
    '13',
    '19',
    '21',
    '29',
    '31',
    '32',
    '33',
    '34',
    '35',
    '39',
    '41',
    '49',
    '51',
    '52',
    '53',
  ],
  ...[
    '54',
    '55',
    '59',
    '61',
    '62',
    '69',
    '71',
    '72',
    '79',
    '81',
    '89',
    '91',
    '92',
    '93',
    'A1',
    'A9',
  ],
  ...['N1', 'N2', 'N3', 'N9', 'Y1'],
])

/**
 * What is doubtful about a unified social credit code 统一社会信用代码 (GB 32100, domain §8.2, trap 21), or null: its form
 * (18 characters of the alphabet), its body, or one of its two check characters. Only `form` is a reason to refuse:
 * some genuine old codes fail the checks, so everything else is a warning.
 */
export function checkCreditCode(code: string): 'form' | 'body' | 'check' | 'organisation' | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return 'form'
  if (!bodies.has(code.slice(0, 2))) return 'body'
  if (code[17] !== checkOfCode(code)) return 'check'
  return code[16] === checkOfOrganisation(code.slice(8, 16)) ? null : 'organisation'
}

function checkOfCode(code: string): string {
  const sum = weights.reduce(
    (total, weight, i) => total + weight * alphabet.indexOf(code[i] ?? ''),
    0,
  )
  // A remainder of 0 gives 31, which is no place in the alphabet and is written 0: where many validators fail.
  return alphabet[(31 - (sum % 31)) % 31] ?? ''
}

function checkOfOrganisation(code: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, i) => total + weight * Number.parseInt(code[i] ?? '', 36),
    0,
  )
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}
