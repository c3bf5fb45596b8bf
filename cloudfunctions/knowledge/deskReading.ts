import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import type { Instant } from '@domain/kernel/time'
import { knowledge } from '@domain/knowledge/contract'
import { warnedUntil } from '@domain/knowledge/document'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { type LookKind, papers, subjectOf, suggestions, type TallyDocument, tallies } from './store'
import { figuresOf, paperFields, paperView, suggestionView } from './views'

const WAITING_SHOWN = 50
const RANKED_MAX = 8

export const openDesk = handle(knowledge.openDesk, async ({ now }) => {
  const [waiting, ending, topTerms, topPapers] = await Promise.all([
    suggestions.find({ where: { state: 'open' }, orderBy: [['_id', 'asc']], limit: WAITING_SHOWN }),
    endingPapers(now),
    ranking('term'),
    ranking('document'),
  ])
  const titles = await titlesOf(topPapers.map(idOf))
  return {
    waiting: waiting.map(suggestionView),
    ending: ending.map(paperView),
    topTerms: topTerms.map(tally => rankedOf(tally, '')),
    topDocuments: topPapers.map(tally => rankedOf(tally, titles.get(idOf(tally)) ?? '')),
    now,
  }
})

export const listDocuments = handle(knowledge.listDocuments, async ({ now }, { state, after }) => {
  const found = await papers.find({
    where: { state, ...(after === undefined ? {} : { _id: _.lt(after) }) },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
    fields: paperFields,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  const subjects = rows.map(({ _id }) => subjectOf('document', _id))
  const counted =
    subjects.length > 0 ? await tallies.find({ where: { _id: _.in(subjects) }, limit: subjects.length }) : []
  const tallyOf = new Map(counted.map(tally => [idOf(tally), tally]))
  const documents = rows.map(paper => ({ ...paperView(paper), ...figuresOf(tallyOf.get(paper._id)) }))
  return { documents, next, now }
})

function endingPapers(now: Instant) {
  return papers.find({
    where: { state: 'live', expiresOn: _.gt('').and(_.lte(warnedUntil(now))) },
    orderBy: [['expiresOn', 'asc']],
    limit: limits.pageSize,
    fields: paperFields,
  })
}

function ranking(kind: LookKind): Promise<TallyDocument[]> {
  return tallies.find({ where: { kind }, orderBy: [['people', 'desc']], limit: RANKED_MAX })
}

function idOf({ _id, kind }: TallyDocument): string {
  return _id.slice(kind.length + 1)
}

function rankedOf(tally: TallyDocument, title: string) {
  const { people, downloads } = tally
  return { id: idOf(tally), title, people, downloads }
}

async function titlesOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await papers.find({
    where: { _id: _.in([...ids]) },
    limit: ids.length,
    fields: ['_id', 'title'],
  })
  return new Map(found.map(({ _id, title }) => [_id, title]))
}
