/** What a resident may do with their own matter on its page, in the order it is offered. */
export const residentVerbs = ['rate', 'reopen', 'urge', 'supplement', 'withdraw'] as const
export type ResidentVerb = (typeof residentVerbs)[number]

/** Verbs that have a form on the page of a matter: the reporter's, and joining, which is anybody's. */
export type FormVerb = ResidentVerb | 'join'
