import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import { AuditEntry, OfficeKind, Officer, Post, PostKind } from './model.ts'

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date', maxLength: 10 })
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const Login = Type.String({ minLength: 1, maxLength: 100 })
// Longer than any password the rules allow, so that the refusal comes from them and says why.
const Password = Type.String({ minLength: 1, maxLength: 1000 })
const Nothing = Type.Object({})
/** Made by the client: the same id again is the same act, and it becomes the id of what is made. */
const ActId = Type.Optional(Id)

export const openOffice = command({
  name: 'openOffice',
  path: '/offices',
  audience: 'officer',
  input: Type.Object({
    actId: ActId,
    name: Name,
    nameEn: Type.Optional(Name),
    kind: OfficeKind,
    division: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z]{2,40}$' })),
    parent: Type.Optional(Id),
    from: Type.Optional(Day),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    duties: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  output: Type.Object({ office: Id }),
  summary: 'System administrator: opens an office.',
})

export const succeedOffice = command({
  name: 'succeedOffice',
  path: '/offices/:office/succeed',
  audience: 'officer',
  input: Type.Object({ office: Id, successor: Id, on: Day }),
  output: Nothing,
  summary:
    'System administrator: an office goes on in another (renamed, merged) with its posts and holders.',
})

export const openPost = command({
  name: 'openPost',
  path: '/posts',
  audience: 'officer',
  input: Type.Object({
    actId: ActId,
    office: Id,
    kind: PostKind,
    title: Name,
    division: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z]{2,40}$' })),
    from: Type.Optional(Day),
  }),
  output: Type.Object({ post: Id }),
  summary: 'System administrator: opens a post in an office.',
})

export const closePost = command({
  name: 'closePost',
  path: '/posts/:post/close',
  audience: 'officer',
  input: Type.Object({ post: Id, on: Day }),
  output: Nothing,
  summary: 'System administrator: ends a post; nobody holds it from that day.',
})

export const posts = query({
  name: 'posts',
  path: '/posts',
  audience: 'officer',
  input: Type.Object({ office: Type.Optional(Id), on: Type.Optional(Day) }),
  output: Type.Object({ posts: Type.Array(Post) }),
  summary: 'The posts of the county, or of one office, on a day.',
})

export const addOfficer = command({
  name: 'addOfficer',
  path: '/officers',
  audience: 'officer',
  input: Type.Object({ actId: ActId, name: Name, from: Type.Optional(Day) }),
  output: Type.Object({ officer: Id }),
  summary: 'Security administrator: enters somebody who serves the county.',
})

export const retireOfficer = command({
  name: 'retireOfficer',
  path: '/officers/:officer/retire',
  audience: 'officer',
  input: Type.Object({ officer: Id, on: Day }),
  output: Nothing,
  summary: 'Security administrator: somebody leaves; their posts and lent posts end with that day.',
})

export const appoint = command({
  name: 'appoint',
  path: '/posts/:post/appoint',
  audience: 'officer',
  input: Type.Object({ post: Id, officer: Id, from: Type.Optional(Day) }),
  output: Nothing,
  summary: 'Security administrator: gives an officer a post.',
})

export const release = command({
  name: 'release',
  path: '/posts/:post/release',
  audience: 'officer',
  input: Type.Object({ post: Id, officer: Id, on: Type.Optional(Day) }),
  output: Nothing,
  summary: 'Security administrator: an officer no longer holds a post from that day.',
})

export const addAccount = command({
  name: 'addAccount',
  path: '/accounts',
  audience: 'officer',
  input: Type.Object({ login: Login, officer: Id, password: Password }),
  output: Type.Object({ login: Type.String() }),
  summary: 'Security administrator: gives an officer an account with a first password.',
})

export const resetPassword = command({
  name: 'resetPassword',
  path: '/accounts/:login/password',
  audience: 'officer',
  input: Type.Object({ login: Login, password: Password, dropTotp: Type.Optional(Type.Boolean()) }),
  output: Nothing,
  summary:
    'Security administrator: sets a new first password, unlocks, and ends all sessions of the account.',
})

export const unlock = command({
  name: 'unlock',
  path: '/accounts/:login/unlock',
  audience: 'officer',
  input: Type.Object({ login: Login }),
  output: Nothing,
  summary: 'Security administrator: lets a locked account try again at once.',
})

const PostHeld = Type.Object({
  post: Id,
  kind: PostKind,
  title: Type.String(),
  officeName: Type.String(),
})

export const officers = query({
  name: 'officers',
  path: '/officers',
  audience: 'officer',
  input: Type.Object({ on: Type.Optional(Day) }),
  output: Type.Object({
    officers: Type.Array(Type.Object({ ...Officer.properties, posts: Type.Array(PostHeld) })),
  }),
  summary:
    'Security administrator: who serves the county on a day or will, with the posts of the day.',
})

export const Account = Type.Object({
  login: Type.String(),
  officer: Id,
  name: Type.String(),
  inService: Type.Boolean(),
  posts: Type.Array(PostHeld),
  locked: Type.Boolean(),
  totp: Type.Boolean(),
  provisional: Type.Boolean(),
})

export const accounts = query({
  name: 'accounts',
  path: '/accounts',
  audience: 'officer',
  input: Nothing,
  output: Type.Object({ accounts: Type.Array(Account) }),
  summary:
    'Security administrator: the accounts of the county, their posts and whether they are locked.',
})

export const auditLog = query({
  name: 'auditLog',
  path: '/audit-log',
  audience: 'officer',
  input: Type.Object({
    from: Type.Optional(Type.String({ format: 'date-time' })),
    until: Type.Optional(Type.String({ format: 'date-time' })),
    person: Type.Optional(Id),
    what: Type.Optional(Type.String({ maxLength: 40, description: 'Code of the event.' })),
    after: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  }),
  output: Type.Object({
    entries: Type.Array(AuditEntry),
    next: Type.Union([Id, Type.Null()], {
      description: 'Give it as `after` for the entries before these.',
    }),
  }),
  summary: 'Audit administrator: the log of sign-ins and changed roles, newest first.',
})
