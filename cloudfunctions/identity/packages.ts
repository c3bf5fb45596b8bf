import { EXPORT_LIFE_HOURS } from '@domain/identity/ownData'
import { Refusal, refuse } from '@domain/kernel/errors'
import { HOUR_MS, type Instant } from '@domain/kernel/time'
import { eachWhile, type Shift } from '@platform/shift'
import { removeFiles, storeFile, temporaryLink } from '@platform/storage'
import { gather } from './gathering'
import { packageOf } from './packing'
import { type ExportDocument, packages } from './store'

export const EXPORT_LIFE_MS = EXPORT_LIFE_HOURS * HOUR_MS
const AT_ONCE_MAX = 20

/** An export as its owner sees it. */
export function exportView({ state, askedAt, expiresAt }: ExportDocument) {
  return { state, askedAt, expiresAt }
}

/** Gathers, packs and stores what was asked for. Done twice, the second lies where the first lay. */
export async function makeReady(asked: ExportDocument, now: Instant): Promise<ExportDocument> {
  if (asked.state === 'ready') return asked
  const isClear = asked.fileId === null || (await removeFiles([asked.fileId]))
  refuse(!isClear, 'IDENTITY_EXPORT_FAILED')
  const content = packageOf(await gather(asked._id), now)
  const fileId = await storeFile(asked.path, content, 'IDENTITY_EXPORT_FAILED')
  // Only if it is still the same one: another may have been asked for since, and then nobody knows of this file.
  const noted = await packages.updateWhere({ _id: asked._id, path: asked.path }, { state: 'ready', fileId })
  if (noted === 0 && (await packages.get(asked._id))?.path !== asked.path) await removeFiles([fileId])
  return { ...asked, state: 'ready', fileId }
}

/** A link that works for some minutes, for whoever the file belongs to. */
export async function linkOf({ fileId }: ExportDocument): Promise<string> {
  if (fileId === null) throw new Refusal('IDENTITY_EXPORT_FAILED')
  return temporaryLink(fileId, 'IDENTITY_EXPORT_FAILED')
}

/** Makes ready what nobody waits for any more; a timer calls it. */
export async function carryOnExports(now: Instant, shift: Shift): Promise<number> {
  const waiting = await packages.find({
    where: { state: 'gathering' },
    orderBy: [['askedAt', 'asc']],
    limit: AT_ONCE_MAX,
  })
  return eachWhile(shift, waiting, asked => makeReady(asked, now))
}
