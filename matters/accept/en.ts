import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

export const en = {
  reason: {
    emergency: 'An emergency: call police, fire or ambulance at once',
    legalChannel: 'It has a legal way of its own: court, arbitration, petition …',
    inHand: 'The same matter is in hand or done, with nothing new',
    secret: 'It touches a state secret, a trade secret or privacy',
    market: 'It is no duty of a public body',
    unlawful: 'It is against the law or good morals',
  },
  otherChannel: {
    police110: 'Police 110',
    fire119: 'Fire 119',
    ambulance120: 'Ambulance 120',
    traffic122: 'Road accidents 122',
    court: 'People’s court',
    arbitration: 'Arbitration',
    discipline: 'Discipline inspection and supervision',
    reconsideration: 'Administrative reconsideration',
    petition: 'Petition office',
    disclosure: 'Request for government information',
    mediation: 'People’s mediation committee',
    market: 'Market or social services',
    none: 'No other channel',
  },
  personalData: {
    mobile: 'mobile number',
    landline: 'telephone number',
    citizenNumber: 'identity number',
    bankCard: 'bank card number',
    email: 'e-mail address',
    plate: 'number plate',
  },
  refusals: {
    wordsEmpty: 'Please write what is wrong or needed, in at least two letters.',
    consentMissing: 'To report for somebody else you need their consent.',
    pointIncomplete: 'A position needs both longitude and latitude.',
    channelNotYours: 'Your post cannot record matters from this door.',
    channelDoesNotFit: 'This channel does not belong to the reason; please choose another.',
    relatedMissing: 'Give the number of the matter that is in hand or done.',
    identityConfidential:
      'The reporter asked for confidence; the handling office may not see the contact.',
    receiptWrong: 'Number or code is wrong; please check the receipt.',
  },
} as const satisfies Words<typeof zh>
