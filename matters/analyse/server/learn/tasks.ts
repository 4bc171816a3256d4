/** What is learnt, in this order; each has versions of its own: categories, and who leads what. */
export const modelTasks = ['category', 'office'] as const
export type ModelTask = (typeof modelTasks)[number]
