import { isDay } from './time.ts'

// GB 11643: weights of the 17 digits, and the check character for each remainder of 11.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

// First two digits: provinces (GB/T 2260), 71 Taiwan, 81–83 residence permits of Hong Kong, Macao and Taiwan residents.
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

/**
 * What is wrong with a citizen number 公民身份号码, or null: its form (17 digits and a digit or capital X), its province,
 * its day of birth (a day that exists, 1900–2099) or its check character. The number is text, never a number (trap 21),
 * and tells the place of first registration, not where the person lives (GB 11643, domain §8.3).
 */
export function checkCitizenNumber(number: string): 'form' | 'province' | 'birth' | 'check' | null {
  if (!/^\d{17}[\dX]$/.test(number)) return 'form'
  if (!provinces.has(number.slice(0, 2))) return 'province'
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!/^(19|20)/.test(birth) || !isDay(birth)) return 'birth'
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return checkCharacters[sum % 11] === number[17] ? null : 'check'
}
