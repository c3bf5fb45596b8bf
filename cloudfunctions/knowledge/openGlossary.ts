import { knowledge } from '@domain/knowledge/contract'
import { GLOSSARY_TERMS_MAX } from '@domain/knowledge/term'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { GLOSSARY_ID, glossary, terms } from './store'
import { termView } from './views'

const along = () => ({ glossary: glossary.along({ where: { _id: GLOSSARY_ID }, limit: 1 }) })

/** The version is read before the words: what changes in between comes once more with the next version. */
export const openGlossary = handleWith(knowledge.openGlossary, along, async (_ctx, { since }, found) => {
  const version = found.glossary[0]?.version ?? 0
  // A phone that knows more than there is holds another cloud's words: it gets all of these.
  const from = since > version ? 0 : since
  if (from === version) return { version, changed: [], goneIds: [] }
  const changed = await terms.find({
    where: { changedIn: _.gt(from) },
    orderBy: [['changedIn', 'asc']],
    limit: GLOSSARY_TERMS_MAX + 100,
  })
  return {
    version,
    changed: changed.filter(({ live }) => live).map(termView),
    goneIds: changed.filter(({ live }) => !live).map(({ _id }) => _id),
  }
})
