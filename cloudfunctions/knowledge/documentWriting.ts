import { termsOf } from '@domain/forum/words'
import type { ParsedInputOf } from '@domain/kernel/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import { dayOf } from '@domain/kernel/time'
import { knowledge } from '@domain/knowledge/contract'
import { nextDocumentState, readerKeysFor } from '@domain/knowledge/document'
import { type EmployeeContext, handle } from '@platform/context'
import { keepingCopy } from '@platform/storage'
import type { Transaction } from '@platform/transaction'
import { colleaguesBy, colleaguesCounted, rosterPlaces } from '../identity/public'
import { type Edition, editions, type PaperDocument, papers } from './store'
import { copyUpload } from './uploads'
import { paperView } from './views'

type Order = ParsedInputOf<typeof knowledge.saveDocument>
type Words = Order['words']

export const saveDocument = handle(knowledge.saveDocument, async (ctx, input) => {
  refuse(!input.of && !input.file, 'KNOWLEDGE_FILE_MISSING')
  const owner = await assertWords(ctx, input.words)
  const upload = input.file ? await copyUpload(input.file) : undefined
  const documentId = input.of?.documentId ?? ctx.newId('document')
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const written: { before: PaperDocument | null } = { before: null }
  return keepingCopy(upload, () =>
    ctx.transaction(
      async tx => {
        const before = input.of ? await paperAsRead(tx, input.of) : null
        written.before = before
        const edition = editionAfter(before, upload, ctx)
        const after = paperAfter(before, { documentId, words: input.words, owner, edition })
        await papers.in(tx).put(after)
        if (upload) {
          await editions.in(tx).put({ _id: `${documentId}.${edition.number}`, documentId, ...edition })
          if (before) await keepReaders(tx, before)
        }
        return { documentId, edition: edition.number, version: after.version }
      },
      () => ({
        subject: `${papers.name}/${documentId}`,
        before: written.before && paperView(written.before),
        after: { ...input.words, file: input.file?.fileName ?? null },
      }),
    ),
  )
})

export const withdrawDocument = handle(knowledge.withdrawDocument, (ctx, { reason, ...of }) =>
  ctx.transaction(
    async tx => {
      const paper = await paperAsRead(tx, of)
      const state = nextDocumentState(paper.state, 'withdraw')
      if (!state) throw new Refusal('KNOWLEDGE_CHANGED')
      await papers.in(tx).update(of.documentId, { state, version: paper.version + 1 })
      return { state }
    },
    () => ({
      subject: `${papers.name}/${of.documentId}`,
      before: { version: of.version },
      after: { state: 'withdrawn', reason },
    }),
  ),
)

export const listDepartments = handle(knowledge.listDepartments, async () => {
  const { departments } = await rosterPlaces()
  return { departments: departments.map(({ value: name, people }) => ({ name, people })) }
})

/** Who answers for it. @throws Refusal KNOWLEDGE_OWNER_MISSING, KNOWLEDGE_DEPARTMENT_MISSING, KNOWLEDGE_EXPIRY_WRONG */
async function assertWords({ now }: EmployeeContext, { ownerId, departments, expiresOn }: Words) {
  refuse(expiresOn !== null && expiresOn <= dayOf(now), 'KNOWLEDGE_EXPIRY_WRONG')
  const [owners, roster] = await Promise.all([
    colleaguesBy([ownerId]),
    departments.length > 0 ? rosterPlaces() : null,
  ])
  const known = new Set(roster?.departments.map(({ value }) => value))
  // The roster is remembered for some minutes: what it does not know may be new on it.
  for (const department of departments.filter(name => !known.has(name)))
    refuse((await colleaguesCounted({ department })) === 0, 'KNOWLEDGE_DEPARTMENT_MISSING')
  const [owner] = owners
  if (!owner) throw new Refusal('KNOWLEDGE_OWNER_MISSING')
  return owner
}

async function paperAsRead(
  tx: Transaction,
  { documentId, version }: { documentId: string; version: number },
): Promise<PaperDocument> {
  const paper = await papers.in(tx).require(documentId, 'KNOWLEDGE_DOCUMENT_MISSING')
  refuse(paper.version !== version, 'KNOWLEDGE_CHANGED')
  return paper
}

/** An edition that isn't the newest any more stays open to those for whom it was, whoever comes to read the next one. */
function keepReaders(tx: Transaction, { _id, edition, readerKeys }: PaperDocument): Promise<unknown> {
  return editions.in(tx).update(`${_id}.${edition.number}`, { readerKeys })
}

type Upload = Awaited<ReturnType<typeof copyUpload>>

function editionAfter(
  before: PaperDocument | null,
  upload: Upload | undefined,
  { employee, now }: EmployeeContext,
): Edition {
  if (upload) {
    const { uploadId: _uploadId, ...file } = upload
    return { ...file, number: (before?.edition.number ?? 0) + 1, at: now, by: employee.name }
  }
  if (!before) throw new Refusal('KNOWLEDGE_FILE_MISSING')
  return before.edition
}

interface After {
  documentId: string
  words: Words
  owner: PaperDocument['owner']
  edition: Edition
}

/** @throws Refusal KNOWLEDGE_CHANGED when it was withdrawn */
function paperAfter(
  before: PaperDocument | null,
  { documentId, words, owner, edition }: After,
): PaperDocument {
  const { title, summary, category, departments, expiresOn } = words
  const state = before ? nextDocumentState(before.state, 'revise') : 'live'
  if (!state) throw new Refusal('KNOWLEDGE_CHANGED')
  return {
    _id: documentId,
    title,
    summary,
    category,
    state,
    edition,
    owner,
    departments,
    readerKeys: readerKeysFor(departments),
    terms: termsOf(`${title}\n${summary}`),
    expiresOn,
    warnedOf: before?.expiresOn === expiresOn ? before.warnedOf : null,
    version: (before?.version ?? 0) + 1,
  }
}
