import { isUploadedPicture } from '@domain/forum/images'
import { refuse } from '@domain/kernel/errors'
import { type BlockShownView, picturesIn, plainTextOf, type RichTextView } from '@domain/kernel/richText'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { type Dropped, dropPictures, takePictures } from '../forum/public'
import { type EventDocument, type EventPicture, type PictureDocument, pictures } from './store'

/** The words of an event with copies in the place of what was uploaded, and what has to be stored with them. */
interface TakenWords {
  body: RichTextView
  pictures: EventPicture[]
  fresh: PictureDocument[]
  /** What has been copied, and may go once the change is made. */
  uploads: string[]
}

/**
 * Copies the pictures that are new in an event's words and asks WeChat to look at them.
 * @throws Refusal FORUM_IMAGE_MISSING, also for a file that is neither an upload nor a picture of this event;
 *   CONTENT_CHECK_UNAVAILABLE
 */
export async function takeWords(
  ctx: EmployeeContext,
  eventId: string,
  body: RichTextView,
  known: readonly EventPicture[],
): Promise<TakenWords> {
  const wanted = picturesIn(body)
  const kept = known.filter(({ fileId }) => wanted.includes(fileId))
  const uploads = wanted.filter(fileId => !kept.some(picture => picture.fileId === fileId))
  refuse(!uploads.every(isUploadedPicture), 'FORUM_IMAGE_MISSING')
  const copies = await takePictures(
    uploads.map(fileId => ({ fileId })),
    ctx.wechat,
  )
  const fresh = copies.map(({ fileId, traceId }, index) => ({
    _id: ctx.newId(`picture ${index}`),
    eventId,
    fileId,
    traceId,
    state: 'checking' as const,
    at: ctx.now,
  }))
  const copyOf = new Map(uploads.map((upload, index) => [upload, fresh[index]?.fileId ?? upload]))
  return {
    body: body.map(block =>
      block.kind === 'picture' ? { ...block, fileId: copyOf.get(block.fileId) ?? block.fileId } : block,
    ),
    pictures: [...kept, ...fresh.map(({ _id, fileId }) => ({ pictureId: _id, fileId }))],
    fresh,
    uploads,
  }
}

/** Everything that somebody wrote of an event, for the machine that reads it. */
export function wordsIn({
  title,
  body,
  venue,
}: Pick<EventDocument, 'title' | 'body' | 'venue'>): [string, ...string[]] {
  return [title, plainTextOf(body), venue.name, venue.address]
}

/** Keeps the new pictures of an event, inside the caller's transaction. One request for each. */
export async function keepPictures(tx: Transaction, fresh: readonly PictureDocument[]): Promise<void> {
  for (const picture of fresh) await pictures.in(tx).insert(picture)
}

/**
 * Takes pictures out of an event's words, inside the transaction that changes them; their files are `removeDropped`'s
 * after the commit. One request, and one for each.
 */
export async function dropPicturesBut(
  tx: Transaction,
  kept: readonly EventPicture[],
  before: Pick<EventDocument, 'pictures'>,
  now: Instant,
): Promise<Dropped> {
  const gone = before.pictures.filter(({ pictureId }) => !kept.some(one => one.pictureId === pictureId))
  for (const { pictureId } of gone) await pictures.in(tx).remove(pictureId)
  return dropPictures(tx, gone, now)
}

/** What `keepingCopies` is told of the pictures in an event's words. */
export function copiesOf(fresh: readonly PictureDocument[], uploads: readonly string[]) {
  return { copies: fresh.map(({ fileId }) => fileId), uploads }
}

/**
 * The words as somebody sees them: its host sees every picture that has not been refused, everybody else what has
 * passed. One request if there are pictures.
 */
export async function shownWords(
  { body, pictures: known }: Pick<EventDocument, 'body' | 'pictures'>,
  isHost: boolean,
): Promise<BlockShownView[]> {
  const ids = known.map(({ pictureId }) => pictureId)
  const found = ids.length === 0 ? [] : await pictures.find({ where: { _id: _.in(ids) }, limit: ids.length })
  const states = new Map(found.map(({ fileId, state }) => [fileId, state]))
  return body.flatMap((block): BlockShownView[] => {
    if (block.kind !== 'picture') return [block]
    const state = states.get(block.fileId)
    const isSeen = state === 'passed' || (state === 'checking' && isHost)
    return isSeen ? [{ ...block, checking: state === 'checking' }] : []
  })
}
