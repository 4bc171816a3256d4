/** What a resident may do with their own matter on its page, in the order it is offered. */
export const residentVerbs = ['rate', 'reopen', 'urge', 'supplement', 'withdraw'] as const
export type ResidentVerb = (typeof residentVerbs)[number]
