import { MINUTE_MS } from '@domain/kernel/time'
import { headOf } from '@domain/knowledge/term'
import { _ } from '@platform/cloud'
import { remember } from '@platform/memory'
import { tallies, terms } from './store'

/** A word that fewer colleagues have looked up might say who it was. */
const PEOPLE_MIN = 5
const SHOWN_MAX = 3
/** Some of the first may have been withdrawn. */
const READ_MAX = 3 * SHOWN_MAX
const REMEMBERED_MS = 10 * MINUTE_MS

/** The words that most colleagues have looked up, each counted once for a word. Two requests, mostly none. */
export const mostSought = remember(REMEMBERED_MS, async () => {
  const ranked = await tallies.find({
    where: { kind: 'term', people: _.gte(PEOPLE_MIN) },
    orderBy: [['people', 'desc']],
    limit: READ_MAX,
    fields: ['_id'],
  })
  const ids = ranked.map(({ _id }) => _id.slice('term:'.length))
  if (ids.length === 0) return []
  const found = await terms.find({ where: { _id: _.in(ids) }, limit: ids.length })
  const live = new Map(found.filter(term => term.live).map(term => [term._id, headOf(term)]))
  return ids
    .flatMap(termId => {
      const name = live.get(termId)
      return name === undefined ? [] : [{ termId, name }]
    })
    .slice(0, SHOWN_MAX)
})
