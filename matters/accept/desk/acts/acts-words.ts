import { useAcceptWords } from '../accept-words.ts'

export const useActsWords = () => useAcceptWords().desk.acts
