import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

export const en = {
  onlySecurity: 'This page is for the security administrator.',
  onlyAudit: 'This page is for the audit administrator.',
  validity: 'Valid',
  since: 'since {from}',
  span: '{from} up to {until}',
  wholeCounty: 'whole county',
  offices: {
    about:
      'The offices of any day. An office is renamed or merged, never deleted; what it did keeps the name it had.',
    on: 'On which day',
    empty: 'No offices on that day. The system administrator can open one.',
    openLead:
      'It can then be chosen everywhere. An office cannot be deleted, only renamed or merged later.',
    from: 'From',
    fromHint: 'Left empty, from today.',
    divisionHint: 'Leave it empty for an office of the whole county.',
    rename: 'Rename',
    renameLead:
      'On that day “{office}” ends and goes on under the new name: posts, holders, running stand-ins and matters in hand move over.',
    renameNeedsDay: 'Say from which day: today or later.',
    newName: 'New name',
    newNameEn: 'New English name',
    renamed: 'Renamed to “{name}” from {day} on.',
    merge: 'Merge',
    mergeLead:
      'On that day “{office}” ends and goes on in the other office: posts, holders, running stand-ins and matters in hand move over. This cannot be undone.',
    merged: 'Done; it takes effect on {day}.',
    opened: 'Office “{name}” opened.',
    succeededBy: 'goes on in “{office}”',
  },
  posts: {
    title: 'Posts and who holds them',
    none: 'No posts yet. The system administrator opens them, then the security administrator appoints.',
    vacant: 'vacant',
    openLead:
      'A new post in “{office}”. Then ask the security administrator to appoint somebody to it.',
    divisionHint: 'For a post of one village or community, such as a grid worker’s.',
    opened: 'Post “{title}” opened.',
    closeLead:
      'From that day the post “{title}” no longer exists and its holders leave it. This cannot be undone.',
    closed: 'Post “{title}” ends on {day}.',
  },
  people: {
    about:
      'Who serves, in which posts, and who can sign in. Appointments and accounts are the security administrator’s; offices and posts the system administrator’s.',
    empty: 'Nobody yet. Enter an officer, then appoint them and give them an account.',
    postsTitle: 'Posts',
    noPosts: 'No post: nothing can be done after signing in.',
    noAccount: 'no account',
    state: 'Account',
    usable: 'can sign in',
    locked: 'locked for a while after too many failures',
    provisional: 'first password not changed',
    totp: 'Authenticator',
    totpOn: 'in use',
    totpOff: 'not in use',
    begins: 'serves from {day}',
    addLead:
      'This does not let them sign in yet: appoint them and give them an account. No identity number and no private phone is kept.',
    nameTitle: 'Name',
    from: 'From',
    added: '{name} entered.',
    appointLead: 'From that day {name} can do what belongs to this post.',
    postHint: 'First the office, then the post.',
    appointed: 'Appointed.',
    releaseLead:
      'From that day {name} can no longer do what belongs to “{title}”; what they lent of it ends too.',
    released: 'Released from the post.',
    accountLead:
      'An account for {name}. Tell them the first password in person; they are asked to change it.',
    loginHint: 'Begins with a small letter; small letters, digits, dots, hyphens and underscores.',
    accountAdded: 'Account {login} given.',
    firstPassword: 'First password',
    generate: 'Make one at random',
    resetLead:
      'Sets a new first password, unlocks the account and signs {login} out on all devices.',
    dropTotp: 'Also remove the authenticator (when the phone is lost)',
    resetDone: 'The password of {login} has been reset.',
    unlockLead: '{login} can try again at once; the password stays as it is.',
    unlocked: 'Account {login} unlocked.',
    retireLead:
      'From that day {name} no longer serves: all posts and stand-ins end, and they cannot sign in. What they did stays on record.',
    retired: 'Entered as leaving.',
  },
  audit: {
    about:
      'Who signed in, was locked out or was given a post, and who changed rules or took data out. Lines are added, never changed or removed.',
    empty: 'Nothing in this time. Widen the filters.',
    from: 'From',
    until: 'Until',
    what: 'Event',
    anything: 'all events',
    person: 'Who',
    nobody: 'nobody signed in',
    onlyThis: 'Only this person',
    everybody: 'Everybody',
    export: 'Export',
    exportHint: 'The export itself stands in the log',
    detail: 'Details',
    address: 'From address',
    at: 'Time',
  },
} as const satisfies Words<typeof zh>
