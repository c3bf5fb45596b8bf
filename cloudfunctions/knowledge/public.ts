import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import { suggestionKinds } from '@domain/knowledge/suggestion'
import { type SuggestionDocument, suggestions } from './store'

export { suggestionsAnsweredOn } from './dayFigures'
export { exportOf, forget } from './ownPart'
export { mostSought } from './sought'

/** What colleagues have suggested and no editor has answered, the oldest first, at most 50. One request. */
export async function waitingSuggestions(): Promise<WaitingItem[]> {
  const open = await suggestions.find({
    where: { state: 'open' },
    orderBy: [['_id', 'asc']],
    limit: WAITING_MAX,
  })
  return open.map(waitingOf)
}

function waitingOf({ _id, kind, by, word, words, at }: SuggestionDocument): WaitingItem {
  return {
    kind: 'suggestion',
    id: _id,
    place: suggestionKinds[kind],
    person: by,
    title: kind === 'word' ? `${by.name}推荐「${word}」` : `${by.name}说「${word}」要改`,
    summary: words,
    since: at,
  }
}
