import type { DocumentView, EditionView, SuggestionView, TermView } from '@domain/knowledge/schemas'
import type { Edition, PaperDocument, SuggestionDocument, TallyDocument, TermDocument } from './store'

export function termView({ _id, live, changedIn, author, ...term }: TermDocument): TermView {
  return { termId: _id, ...term }
}

/** What is said of a file; where it lies is not. */
export function editionView({ number, fileName, kind, bytes, note, at, by }: Edition): EditionView {
  return { number, fileName, kind, bytes, note, at, by }
}

/** What a list reads of a document: neither its search terms nor for whom it is. */
export const paperFields = [
  '_id',
  'title',
  'summary',
  'category',
  'state',
  'edition',
  'owner',
  'departments',
  'expiresOn',
  'version',
] as const satisfies readonly (keyof PaperDocument)[]

export function paperView(paper: Pick<PaperDocument, (typeof paperFields)[number]>): DocumentView {
  const { _id, title, summary, category, state, edition, owner, departments, expiresOn, version } = paper
  return {
    documentId: _id,
    title,
    summary,
    category,
    state,
    edition: editionView(edition),
    owner,
    departments,
    expiresOn,
    version,
  }
}

/** What the tally knows; nobody has looked at what has none. */
export function figuresOf(tally: Pick<TallyDocument, 'people' | 'downloads'> | undefined) {
  return { readers: tally?.people ?? 0, downloads: tally?.downloads ?? 0 }
}

export function suggestionView({ _id, ...rest }: SuggestionDocument): SuggestionView {
  const { kind, termId, word, words, by, at, state, answer } = rest
  return { suggestionId: _id, kind, termId, word, words, by, at, state, answer }
}
