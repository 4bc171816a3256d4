import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

export const en = {
  password: {
    lead: 'A change signs you out on all other devices; here you stay signed in.',
    setAt: 'Last changed: {moment}',
    changed: 'Password changed; all other devices are signed out.',
  },
  totp: {
    title: 'Authenticator',
    beginLead:
      'First your password, then scan the QR code with the authenticator. Nothing changes before you type a first code.',
    show: 'Show the QR code',
    picture: 'QR code for the authenticator',
    secret: 'If you cannot scan, type in this key:',
    confirm: 'Set it up',
    confirmed: 'The authenticator is set up. You will need it at the next sign-in.',
    removeLead:
      'From then on the password alone signs you in. It takes your password and one last code. If the phone is lost, ask the security administrator.',
    removed: 'The authenticator is no longer in use.',
  },
  delegation: {
    lead: 'While you are away, a colleague can hold your post. It ends by itself, or when you take it back.',
    none: 'Nobody stands in for anybody. Before you go away you can let a colleague stand in.',
    giveLead:
      'From beginning to end they can act in this post; the record says it was for you. They cannot lend it on.',
    office: 'The colleague’s office',
    toHint: 'First the office, then the colleague.',
    fromHint: 'Left empty, it begins now.',
    reasonHint: 'Training, leave …',
    given: '{name} stands in',
    received: 'You stand in for {name}',
    span: '{from} to {until}',
    now: 'now',
    coming: 'not yet begun',
    over: 'over',
    withdrawn: 'taken back {moment}',
    withdrawLead:
      '{name} can no longer act in the post “{post}” from this moment. What was done stays.',
    withdrawDone: 'Taken back.',
    giveDone: '{name} stands in for you.',
  },
  screen: {
    title: 'Display',
    lead: 'Kept in this browser only.',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'as the system', light: 'light', dark: 'dark' },
    languages: { 'zh-CN': '中文', en: 'English' },
    keys: 'Single-key shortcuts',
    keysHint:
      'Switch them off if a speech program triggers them. Press ? to see all keys of a page.',
  },
  posts: {
    title: 'My posts',
    own: 'own',
    behalf: 'standing in',
  },
} as const satisfies Words<typeof zh>
