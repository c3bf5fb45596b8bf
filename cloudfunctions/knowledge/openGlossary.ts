import { knowledge } from '@domain/knowledge/contract'
import { GLOSSARY_TERMS_MAX } from '@domain/knowledge/term'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { GLOSSARY_ID, glossary, terms, wordbooks } from './store'
import { termView } from './views'

/** Every word that there may be, and as many as the database gives at once. */
const FETCHED_MAX = GLOSSARY_TERMS_MAX + 100

const along = () => ({
  glossary: glossary.along({ where: { _id: GLOSSARY_ID }, limit: 1 }),
  book: wordbooks.along({ where: {}, ofCaller: '_id', limit: 1 }),
})

/** The version is read before the words: what changes in between comes once more with the next version. */
export const openGlossary = handleWith(knowledge.openGlossary, along, async (_ctx, { since }, found) => {
  const version = found.glossary[0]?.version ?? 0
  const wordbook = found.book[0]?.termIds ?? []
  // A phone that knows more than there is holds another cloud's words: it gets all of these.
  const from = since > version ? 0 : since
  if (from === version) return { version, changed: [], goneIds: [], wordbook }
  const changed = await terms.find({
    // Whoever holds no words has none to let go of: what was withdrawn in years takes no word's place.
    where: { changedIn: _.gt(from), ...(since === 0 ? { live: true } : {}) },
    orderBy: [['changedIn', 'asc']],
    limit: FETCHED_MAX,
  })
  // A phone that was away for longer than one answer holds asks on from where this one ends.
  const isWhole = changed.length < FETCHED_MAX
  return {
    version: isWhole ? version : (changed.at(-1)?.changedIn ?? version),
    changed: changed.filter(({ live }) => live).map(termView),
    goneIds: changed.filter(({ live }) => !live).map(({ _id }) => _id),
    wordbook,
  }
})
