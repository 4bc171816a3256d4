import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import { Delegation, LanguageCode, Office, Owed, PostKind } from './model.ts'

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date', maxLength: 10 })
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const Nothing = Type.Object({})

// Longer than any password the rules allow, so that the refusal comes from them and says why.
const Password = Type.String({ minLength: 1, maxLength: 1000 })
const Login = Type.String({ minLength: 1, maxLength: 100 })
const Code = Type.String({ pattern: '^\\s*\\d{3}\\s?\\d{3}\\s*$', description: 'Six digits.' })
const Phone = Type.String({ minLength: 1, maxLength: 40 })

/** What a signed-in person is told about themselves. */
export const Me = Type.Object({
  kind: Type.Union([
    Type.Literal('officer'),
    Type.Literal('resident'),
    Type.Literal('receipt'),
    Type.Literal('public'),
    Type.Literal('system'),
  ]),
  person: Maybe(Id),
  name: Type.String(),
  county: Type.Integer(),
  countyName: Maybe(Type.String()),
  countyNameEn: Maybe(Type.String()),
  language: LanguageCode,
  posts: Type.Array(
    Type.Object({
      post: Id,
      kind: PostKind,
      office: Id,
      officeName: Type.String(),
      division: Maybe(Type.String()),
      behalfOf: Maybe(Id),
      formerly: Type.Optional(Type.Array(Id)),
    }),
  ),
  owes: Type.Optional(Owed),
  account: Maybe(
    Type.Object({
      login: Type.String(),
      totp: Type.Boolean({ description: 'A second factor is asked for at sign-in.' }),
      provisional: Type.Boolean({
        description: 'Somebody else chose the password; it wants changing.',
      }),
      passwordSetAt: Type.String({ format: 'date-time' }),
    }),
  ),
})

const SignedIn = Type.Object({ endsAt: Type.String({ format: 'date-time' }) })

export const signIn = command({
  name: 'signIn',
  path: '/sign-in',
  audience: 'public',
  input: Type.Object({ login: Login, password: Password, code: Type.Optional(Code) }),
  output: SignedIn,
  summary: 'An officer signs in; the session travels in a cookie.',
})

export const signOut = command({
  name: 'signOut',
  path: '/sign-out',
  audience: 'public',
  input: Nothing,
  output: Nothing,
  summary: 'Ends the session at once.',
})

export const me = query({
  name: 'me',
  path: '/me',
  audience: 'public',
  input: Nothing,
  output: Me,
  summary: 'Who is asking: name, posts of the day, and the state of the account.',
})

export const changePassword = command({
  name: 'changePassword',
  path: '/me/password',
  audience: 'officer',
  input: Type.Object({ current: Password, password: Password }),
  output: SignedIn,
  summary: 'Changes the own password and ends all other sessions.',
})

export const beginTotp = command({
  name: 'beginTotp',
  path: '/me/totp',
  audience: 'officer',
  input: Type.Object({ current: Password }),
  output: Type.Object({
    secret: Type.String(),
    uri: Type.String({ description: 'otpauth://, what the QR code says.' }),
    qr: Type.String({ description: 'The QR code as SVG.' }),
  }),
  summary: 'Begins enrolling an authenticator; nothing changes until a first code is confirmed.',
})

export const confirmTotp = command({
  name: 'confirmTotp',
  path: '/me/totp/confirm',
  audience: 'officer',
  input: Type.Object({ code: Code }),
  output: Nothing,
  summary: 'Confirms the authenticator with a code; from now on sign-in asks for one.',
})

/** What somebody may ask who still owes the door something: to settle just that. */
export const settlesOwed: ReadonlySet<string> = new Set([
  changePassword.name,
  beginTotp.name,
  confirmTotp.name,
])

export const removeTotp = command({
  name: 'removeTotp',
  path: '/me/totp/remove',
  audience: 'officer',
  input: Type.Object({ current: Password, code: Code }),
  output: Nothing,
  summary: 'Gives up the authenticator, with password and a last code.',
})

export const requestPhoneCode = command({
  name: 'requestPhoneCode',
  path: '/counties/:county/phone-codes',
  audience: 'public',
  input: Type.Object({ county: Type.Integer({ minimum: 1 }), phone: Phone }),
  output: Type.Object({ minutes: Type.Number({ description: 'How long the code works.' }) }),
  summary: 'Sends a code to a phone, for a resident to sign in with.',
})

export const confirmPhoneCode = command({
  name: 'confirmPhoneCode',
  path: '/counties/:county/phone-sign-in',
  audience: 'public',
  input: Type.Object({ county: Type.Integer({ minimum: 1 }), phone: Phone, code: Code }),
  output: SignedIn,
  summary: 'A resident signs in with the code sent to their phone.',
})

export const offices = query({
  name: 'offices',
  path: '/offices',
  audience: 'public',
  input: Type.Object({ on: Type.Optional(Day) }),
  output: Type.Object({ on: Day, offices: Type.Array(Office) }),
  summary: 'The offices of the county on a day, parents before their children.',
})

export const OfficeOfficer = Type.Object({
  officer: Id,
  name: Type.String(),
  post: Id,
  kind: PostKind,
  title: Type.String(),
})

export const officeOfficers = query({
  name: 'officeOfficers',
  path: '/offices/:office/officers',
  audience: 'officer',
  input: Type.Object({ office: Id, on: Type.Optional(Day) }),
  output: Type.Object({ officers: Type.Array(OfficeOfficer) }),
  summary: 'Who holds which post of an office on a day.',
})

export const delegate = command({
  name: 'delegate',
  path: '/delegations',
  audience: 'officer',
  input: Type.Object({
    actId: Type.Optional(Id),
    post: Id,
    to: Id,
    from: Type.Optional(Type.String({ format: 'date-time' })),
    until: Type.String({ format: 'date-time' }),
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  output: Type.Object({ delegation: Id }),
  summary: 'Lends an own post to another officer for a time.',
})

export const withdrawDelegation = command({
  name: 'withdrawDelegation',
  path: '/delegations/:delegation/withdraw',
  audience: 'officer',
  input: Type.Object({ delegation: Id }),
  output: Nothing,
  summary: 'Takes a lent post back before its time.',
})

export const myDelegations = query({
  name: 'myDelegations',
  path: '/me/delegations',
  audience: 'officer',
  input: Nothing,
  output: Type.Object({ delegations: Type.Array(Delegation) }),
  summary:
    'Posts lent to others and by others, those to come and those of the last 90 days included.',
})
