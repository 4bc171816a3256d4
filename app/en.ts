import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

export const en = {
  name: 'Linli',
  portal: {
    home: 'Linli home page',
    nav: { report: 'Report', mine: 'My matters', matters: 'Public matters', about: 'About' },
    phone: 'Or call us',
    toChinese: '中文',
    toEnglish: 'English',
    toLarge: 'Large type',
    toUsual: 'Usual type',
    about:
      'Linli helps residents say what is wrong, find who is responsible, see how far it has got, and judge the result.',
    invented:
      '{county} is an invented county. The places, people, matters and amounts shown here are made up.',
    footer: {
      api: 'Open interfaces',
      rules: 'Where the time limits come from',
      privacy: 'How personal data is protected',
    },
  },
  trouble: {
    missing: {
      title: 'There is no such page',
      detail:
        'The address may be mistyped, or the page has moved. Start again from the home page, or call us.',
    },
    failed: {
      title: 'That did not work, and it is our fault',
      detail:
        'We have a record of what went wrong. Please try again in a few minutes, or call and give this number: {number}.',
    },
    unavailable: {
      title: 'The system cannot be used just now',
      detail:
        'Please try again in a few minutes. What you sent has not arrived. If it is urgent, call us.',
    },
    refused: { title: 'This step could not be done' },
    home: 'To the home page',
    back: 'Back to the page before',
  },
  desk: {
    title: 'Desk',
    queues: 'My queues',
    queuesEmpty: 'No queue has been assigned to you yet. Please ask the system administrator.',
    places: 'Other',
    showQueues: 'Queues',
    posts: '{name}, {posts}',
    onBehalf: 'for {name}',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    signOut: 'Sign out',
    account: 'Account of {name}',
    keys: 'Keyboard',
    palette: {
      title: 'Command box',
      label: 'Type a number, a place, an office or something to do',
      open: 'Find or go to',
      empty: 'Nothing matches. Try the number of a matter, a place or an office.',
      pages: 'Go to',
      acts: 'What can be done',
      settings: 'Settings',
    },
    missing: {
      title: 'There is no such page',
      detail:
        'The address may be mistyped, or your post does not see it. Start from the queues on the left.',
    },
    broken: {
      title: 'Something went wrong on this screen',
      detail:
        'What you saved is safe. Please try again; if it happens again, tell the system administrator.',
    },
    welcome: {
      title: 'Choose a queue on the left to begin',
      detail: 'Press Ctrl+K to go straight to any matter, place or office.',
    },
  },
  signIn: {
    title: 'Sign in to the desk',
    forOfficers: 'This is the entrance for officers. Residents need no account:',
    toPortal: 'go to the residents’ pages',
    account: 'Account',
    password: 'Password',
    code: 'Code',
    codeHint: 'Open your authenticator and type the 6 digits.',
    next: 'Sign in',
    confirm: 'Confirm',
    other: 'Use another account',
    ended:
      'You have been idle for more than 30 minutes. Please sign in again; what you had not sent is still here.',
  },
} as const satisfies Words<typeof zh>
