import { can } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import { knowledge } from '@domain/knowledge/contract'
import { mayRead } from '@domain/knowledge/document'
import { handleWith } from '@platform/context'
import { colleaguesBy } from '../identity/public'
import { noteLook } from './looking'
import { papers, subjectOf, type TermDocument, tallies, terms } from './store'

const along = ({ kind, id }: { kind: 'term' | 'document'; id: string }) => ({
  term: terms.along({
    where: { _id: kind === 'term' ? id : '', live: true },
    limit: 1,
    fields: ['_id', 'author'],
  }),
  paper: papers.along({
    where: { _id: kind === 'document' ? id : '' },
    limit: 1,
    fields: ['_id', 'state', 'readerKeys', 'expiresOn'],
  }),
  tally: tallies.along({ where: { _id: subjectOf(kind, id) }, limit: 1 }),
})

export const lookUp = handleWith(knowledge.lookUp, along, async ({ employee, now }, { kind, id }, found) => {
  const canEdit = can(employee.grants, 'knowledge.edit')
  refuse(kind === 'term' && !found.term[0], 'KNOWLEDGE_TERM_MISSING')
  const [paper] = found.paper
  const isOpen = paper && (canEdit || mayRead(paper, { department: employee.department, now }))
  refuse(kind === 'document' && !isOpen, 'KNOWLEDGE_DOCUMENT_MISSING')
  const isNew = await noteLook(kind, id, employee.id, now)
  // The timer counts within minutes; who looks for the first time counts at once for themselves.
  const people = (found.tally[0]?.people ?? 0) + (isNew ? 1 : 0)
  return { people, canEdit, author: await authorOf(found.term[0]) }
})

/** Whoever has left is nobody to ask. One request where somebody is named. */
async function authorOf(term: Pick<TermDocument, 'author'> | undefined) {
  if (!term?.author) return null
  const { employeeId, way } = term.author
  const [person] = await colleaguesBy([employeeId])
  return person ? { person, way } : null
}
