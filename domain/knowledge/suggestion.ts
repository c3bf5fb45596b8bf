/** What a colleague proposes: a word that is missing, or something that is wrong with one. */
export const suggestionKinds = { word: '新词', correction: '更正' } as const
export type SuggestionKind = keyof typeof suggestionKinds

export const suggestionStates = { open: '等编辑看', accepted: '已收录', refused: '没有收录' } as const
export type SuggestionState = keyof typeof suggestionStates
export type SuggestionVerdict = 'accept' | 'refuse'

const steps: Record<SuggestionState, Partial<Record<SuggestionVerdict, SuggestionState>>> = {
  open: { accept: 'accepted', refuse: 'refused' },
  accepted: {},
  refused: {},
}

/** The state after a verdict; null where there is nothing to decide any more. */
export function nextSuggestionState(
  state: SuggestionState,
  verdict: SuggestionVerdict,
): SuggestionState | null {
  return steps[state][verdict] ?? null
}

/** So many of one colleague may wait at once. */
export const SUGGESTIONS_OPEN_MAX = 10
