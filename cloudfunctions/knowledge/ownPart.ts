import { _ } from '@platform/cloud'
import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { lookIdOf, looks, type SuggestionDocument, suggesters, suggestions, tallies } from './store'

/** What this room keeps about somebody. That they have looked at a word or a document is counted, and not listed. */
export async function exportOf(employeeId: string): Promise<OwnTables<'suggestions'>> {
  const found = await readAll(suggestions, { 'by.employeeId': employeeId }, '_id')
  return { suggestions: found.map(ownSuggestion) }
}

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
/** As many as one read returns: more words and documents than the room holds. */
const SUBJECTS_MAX = 1_000

/** What was suggested stays under 前同事; that they have looked is removed, and the counts stay. */
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
  for (const kind of ['term', 'document'] as const) {
    const subjects = await tallies.find({
      where: { kind },
      orderBy: [['people', 'desc']],
      limit: SUBJECTS_MAX,
      fields: ['_id'],
    })
    await looks.removeWhere({ _id: _.in(subjects.map(({ _id }) => lookIdOf(_id, employeeId))) })
  }
  return true
}
