import { can } from '@domain/access/roles'
import { queryTermsOf } from '@domain/forum/words'
import { Refusal } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { dayOf, type Instant } from '@domain/kernel/time'
import { knowledge } from '@domain/knowledge/contract'
import {
  type DocumentCategory,
  documentCategoryKeys,
  mayRead,
  readerKeysOf,
} from '@domain/knowledge/document'
import { _ } from '@platform/cloud'
import { type Employee, handle, handleWith } from '@platform/context'
import { temporaryLink } from '@platform/storage'
import { noteDownload } from './looking'
import {
  type Edition,
  type EditionDocument,
  editions,
  type PaperDocument,
  papers,
  subjectOf,
  tallies,
} from './store'
import { editionView, figuresOf, paperFields, paperView } from './views'

/** What readers have before them; what has ended is none of it from midnight on, before the timer comes by. */
function thereFor({ department }: Employee, now: Instant) {
  return {
    readerKeys: _.in(readerKeysOf(department)),
    state: 'live' as const,
    expiresOn: _.or([_.eq(null), _.gte(dayOf(now))]),
  }
}

export const openLibrary = handle(knowledge.openLibrary, async ({ employee, now }, { category, after }) => {
  const [found, counts] = await Promise.all([
    papers.find({
      where: {
        ...thereFor(employee, now),
        category,
        ...(after === undefined ? {} : { _id: _.lt(after) }),
      },
      orderBy: [['_id', 'desc']],
      limit: limits.pageSize + 1,
      fields: paperFields,
    }),
    after === undefined ? countsFor(employee, now) : null,
  ])
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  return { documents: rows.map(paperView), next, counts, now }
})

/** Nobody minds whether there are a thousand or more. */
const COUNTED_MAX = 1_000

/** How many of each category are for somebody. One request. */
async function countsFor(employee: Employee, now: Instant): Promise<Record<DocumentCategory, number>> {
  const open = await papers.find({
    where: { ...thereFor(employee, now), category: _.in([...documentCategoryKeys]) },
    limit: COUNTED_MAX,
    fields: ['category'],
  })
  const counted = documentCategoryKeys.map(key => [key, open.filter(one => one.category === key).length])
  return Object.fromEntries(counted) as Record<DocumentCategory, number>
}

export const findDocuments = handle(knowledge.findDocuments, async ({ employee, now }, { text }) => {
  const wanted = queryTermsOf(text)
  if (wanted.length === 0) return { documents: [], now }
  // For whom it is belongs to the question: however many there are for others, none of them takes a place.
  const found = await papers.find({
    where: { ...thereFor(employee, now), terms: _.all(wanted) },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize,
    fields: paperFields,
  })
  return { documents: found.map(paperView), now }
})

const along = ({ documentId }: { documentId: string }) => ({
  paper: papers.along({ where: { _id: documentId }, limit: 1 }),
  tally: tallies.along({ where: { _id: subjectOf('document', documentId) }, limit: 1 }),
})

const EDITIONS_MAX = 50

export const openDocument = handleWith(
  knowledge.openDocument,
  along,
  async ({ employee, now }, { documentId }, found) => {
    const { paper, canEdit } = readable(found.paper[0], employee, now)
    const all = await editions.find({
      where: { documentId },
      orderBy: [['number', 'desc']],
      limit: EDITIONS_MAX,
    })
    return {
      document: { ...paperView(paper), ...figuresOf(found.tally[0]) },
      editions: all.filter(one => canEdit || mayReadEdition(one, paper, { employee, now })).map(editionView),
      canEdit,
      now,
    }
  },
)

export const takeDocument = handle(
  knowledge.takeDocument,
  async ({ employee, now }, { documentId, number }) => {
    const { paper, canEdit } = readable(await papers.get(documentId), employee, now)
    const isNewest = number === undefined || number === paper.edition.number
    const edition = isNewest ? paper.edition : await editions.get(`${documentId}.${number}`)
    if (!edition || !(canEdit || mayReadEdition(edition, paper, { employee, now })))
      throw new Refusal('KNOWLEDGE_DOCUMENT_MISSING')
    const url = await temporaryLink(edition.fileId, 'KNOWLEDGE_FILE_MISSING')
    if (isNewest) await noteDownload(documentId, employee.id, now)
    return { url, fileName: edition.fileName, kind: edition.kind }
  },
)

interface Reading {
  employee: Employee
  now: Instant
}

/** The newest goes with its document; an earlier one is for those for whom it was, and still is. */
function mayReadEdition(
  { number, readerKeys = [] }: Edition & Pick<EditionDocument, 'readerKeys'>,
  { edition, state, expiresOn }: PaperDocument,
  { employee: { department }, now }: Reading,
): boolean {
  return number === edition.number || mayRead({ state, readerKeys, expiresOn }, { department, now })
}

/** Editors read everything; for others what is not for them is not there. @throws Refusal KNOWLEDGE_DOCUMENT_MISSING */
function readable(paper: PaperDocument | null | undefined, employee: Employee, now: Instant) {
  const canEdit = can(employee.grants, 'knowledge.edit')
  if (!paper || !(canEdit || mayRead(paper, { department: employee.department, now })))
    throw new Refusal('KNOWLEDGE_DOCUMENT_MISSING')
  return { paper, canEdit }
}
