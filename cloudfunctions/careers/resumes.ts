import { careers } from '@domain/careers/contract'
import { fitsAsResume, resumeKindOf } from '@domain/careers/resume'
import { isFinal, Refusal, refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { keepLook } from '@platform/looks'
import { type Copied, copyFile, isUpload, removeFiles, temporaryLink } from '@platform/storage'
import type { Transaction } from '@platform/transaction'
import { dropPictures } from '../forum/public'
import { forgetFile, noteFile, noteUploads } from '../identity/public'
import { requireKnowing } from './scope'
import { toldBy } from './secrets'
import { type CandidateDocument, candidates } from './store'

/** Closed to clients: nobody reads there but by a link of some minutes. */
const FOLDER = 'documents/resumes'

interface Uploaded {
  fileId: string
  fileName: string
}

export const announceResume = handle(careers.announceResume, async (ctx, { kind }) => {
  const cloudPath = `uploads/${ctx.newId('resume')}.${kind}`
  await noteUploads([cloudPath], ctx.now)
  return { cloudPath }
})

/**
 * Runs the command that a résumé comes with. Everybody may read an upload, so that it goes with a refusal as it
 * goes with the result; what is cut off leaves it to a repetition, and a timer ends it where none comes. One request.
 * @throws Refusal CAREERS_RESUME_MISSING where it lies elsewhere; what `run` throws
 */
export async function takingResume<R>(
  resume: Uploaded | undefined,
  now: Instant,
  run: () => Promise<R>,
): Promise<R> {
  if (!resume) return run()
  refuse(!isUpload(resume.fileId), 'CAREERS_RESUME_MISSING')
  await noteFile(resume.fileId, now)
  try {
    return await run()
  } catch (error) {
    if (isFinal(error)) await removeFiles([resume.fileId])
    throw error
  }
}

/**
 * Copies a résumé to where nobody can replace or read it; the upload stays for `keepingCopy`. The copy is noted
 * before there is one: where the call dies a timer ends it, unless `keepResume` has let it stay. One request.
 * @throws Refusal CAREERS_RESUME_UNFIT, CAREERS_RESUME_MISSING; what storage throws when it can't be reached
 */
export async function copyResume(
  { fileId, fileName }: Uploaded,
  now: Instant,
): Promise<Copied & { bytes: number }> {
  const kind = resumeKindOf(fileName)
  if (!kind || resumeKindOf(fileId) !== kind) throw new Refusal('CAREERS_RESUME_UNFIT')
  const assertFits = (content: Buffer) => refuse(!fitsAsResume(kind, content), 'CAREERS_RESUME_UNFIT')
  const announce = (copyId: string) => noteFile(copyId, now)
  const copy = await copyFile(fileId, FOLDER, 'CAREERS_RESUME_MISSING', assertFits, announce)
  return { ...copy, uploadId: fileId }
}

/** What a candidate knows of its copy, and what is sealed of it: a file's name may say whose it is. */
export const keptOf = (copied: { fileId: string; bytes: number } | undefined): CandidateDocument['resume'] =>
  copied ? { fileId: copied.fileId, bytes: copied.bytes } : null
export const namedIn = (resume: Uploaded | undefined) => (resume ? { resumeName: resume.fileName } : {})

/** Lets the copy stay, in the transaction that keeps it. One request where there is one. */
export async function keepResume(tx: Transaction, copied: Copied | undefined): Promise<void> {
  if (copied) await forgetFile(tx, copied.fileId)
}

/**
 * Notes the résumé that a candidate has no longer, in the transaction that clears or replaces it: a timer takes it out of
 * storage. One request where there was one.
 */
export async function dropResume(
  tx: Transaction,
  { resume }: Pick<CandidateDocument, 'resume'>,
  after: Pick<CandidateDocument, 'resume'>,
  now: Instant,
): Promise<void> {
  if (resume && after.resume !== undefined && after.resume?.fileId !== resume.fileId)
    await dropPictures(tx, [resume], now)
}

/** For whoever recommended or applied, and for recruiters who may know of the candidate: each look of these is kept. */
export const openResume = handle(careers.openResume, async (ctx, { candidateId }) => {
  const found = await candidates.get(candidateId)
  const isOwner = found?.employeeId === ctx.employee.id
  const candidate = isOwner ? found : requireKnowing(found, ctx.employee)
  const told = toldBy(candidate)
  if (!candidate.resume || told === null) throw new Refusal('CAREERS_RESUME_MISSING')
  const url = await temporaryLink(candidate.resume.fileId, 'CAREERS_RESUME_MISSING')
  if (!isOwner) {
    const subject = `${candidates.name}/${candidateId}`
    await keepLook(ctx, { procedure: 'careers.openResume', subject, shown: { resumeShown: true } })
  }
  return { url, fileName: told.resumeName ?? '' }
})
