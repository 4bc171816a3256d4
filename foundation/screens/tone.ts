/**
 * How something stands, for shape and colour beside its words. `late` shares the accent with "what to do next";
 * the shape tells them apart.
 */
export const tones = ['waiting', 'open', 'done', 'soon', 'late', 'paused', 'stopped'] as const
export type Tone = (typeof tones)[number]
