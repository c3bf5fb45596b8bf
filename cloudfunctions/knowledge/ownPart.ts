import { _ } from '@platform/cloud'
import type { Collection, Document } from '@platform/collection'
import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import {
  type LookKind,
  lookIdOf,
  looks,
  type PaperDocument,
  papers,
  type SuggestionDocument,
  subjectOf,
  suggesters,
  suggestions,
  type TermDocument,
  terms,
  wordbooks,
} from './store'

/** What this room keeps about somebody. That they have looked at a word or a document is counted, and not listed. */
export async function exportOf(employeeId: string): Promise<OwnTables<Kept>> {
  const [found, brought, owned, book] = await Promise.all([
    readAll(suggestions, { 'by.employeeId': employeeId }, '_id'),
    readAll(terms, { 'author.employeeId': employeeId }, '_id'),
    readAll(papers, { 'owner.employeeId': employeeId }, '_id'),
    wordbooks.get(employeeId),
  ])
  return {
    suggestions: [...found.map(ownSuggestion), ...brought.map(ownTerm)],
    documents: owned.map(ownPaper),
    wordbook: (book?.termIds ?? []).map(termId => ({ termId })),
  }
}

type Kept = 'suggestions' | 'documents' | 'wordbook'

const ownPaper = ({ _id, title, category, state, expiresOn }: PaperDocument) => ({
  documentId: _id,
  ...{ title, category, state, expiresOn },
})

const ownTerm = ({ _id, zh, en, author }: TermDocument) => ({ termId: _id, zh, en, way: author?.way })

function ownSuggestion({ _id, kind, word, words, at, state, answer }: SuggestionDocument) {
  return {
    suggestionId: _id,
    kind,
    word,
    words,
    at,
    state,
    answer: answer && { reason: answer.reason, at: answer.at },
  }
}

const BLOCK = 50
/** As many as one read returns. */
const SUBJECTS_AT_ONCE = 1_000

/**
 * What was suggested stays under 前同事, and so do documents that they answered for: whoever changes one next names
 * somebody else. Their wordbook is removed, who brought a word, and that they have looked, while the counts stay.
 */
export async function forget({ employeeId, pseudonym }: Leaving, shift: Shift): Promise<boolean> {
  const former = formerPerson(pseudonym)
  for (;;) {
    if (shift.isOver()) return false
    const block = await suggestions.find({
      where: { 'by.employeeId': employeeId },
      orderBy: [['_id', 'desc']],
      limit: BLOCK,
    })
    for (const { _id } of block) await suggestions.updateWhere({ _id }, { by: former })
    if (block.length < BLOCK) break
  }
  await suggesters.removeWhere({ _id: employeeId })
  await wordbooks.removeWhere({ _id: employeeId })
  await papers.updateWhere({ 'owner.employeeId': employeeId }, { owner: former, version: _.inc(1) })
  await terms.updateWhere({ 'author.employeeId': employeeId }, { author: _.remove() })
  const hasForgotten = await forgetLooks('term', terms, employeeId, shift)
  return hasForgotten && forgetLooks('document', papers, employeeId, shift)
}

/** A look is found by what was looked at alone. @returns false when the shift was over before */
async function forgetLooks<T extends Document>(
  kind: LookKind,
  subjects: Collection<T>,
  employeeId: string,
  shift: Shift,
): Promise<boolean> {
  let after = ''
  for (;;) {
    if (shift.isOver()) return false
    const block = await subjects.find({
      where: { _id: _.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: SUBJECTS_AT_ONCE,
      fields: ['_id'],
    })
    const last = block.at(-1)
    if (!last) return true
    await looks.removeWhere({
      _id: _.in(block.map(({ _id }) => lookIdOf(subjectOf(kind, _id), employeeId))),
    })
    after = last._id
  }
}
