import { articleLimits } from '@domain/content/article'
import { type BodyBlock, filesIn, withFiles } from '@domain/content/body'
import type { ArticleWordsView } from '@domain/content/schemas'
import { isUploadedPicture } from '@domain/forum/images'
import { Refusal, refuse } from '@domain/kernel/errors'
import { isUploadedFilm } from '@domain/kernel/films'
import { beginsLike, fileKindOf } from '@domain/knowledge/document'
import type { EmployeeContext } from '@platform/context'
import { copyFilm } from '@platform/films'
import { type Copied, copyFile } from '@platform/storage'
import { takePictures } from '../forum/public'
import type { ArticleDocument, StoredAttachment, StoredFile } from './store'

/** Where films of articles lie: no client writes there. */
const FOLDER = 'articles'
/** Where attachments lie: nobody reads there but by a link of some minutes. */
const CLOSED_FOLDER = 'documents/articles'

type Known = Pick<ArticleDocument, 'files' | 'attachments'> | null

interface Taken {
  blocks: BodyBlock[]
  coverId: string | null
  files: StoredFile[]
  attachments: StoredAttachment[]
  /** What was copied, to be removed where the change is refused. */
  copies: string[]
  /** Of what: nobody needs it any more once the change is made, for the form then names the copies. */
  uploads: string[]
}

/**
 * Copies what is new in an article to where its sender can't replace it, and asks WeChat to look at the pictures.
 * @throws Refusal CONTENT_FILE_MISSING, CONTENT_FILE_UNFIT, CONTENT_CHECK_UNAVAILABLE
 */
export async function takeFiles(
  ctx: EmployeeContext,
  { words, blocks, known }: { words: ArticleWordsView; blocks: BodyBlock[]; known: Known },
): Promise<Taken> {
  const wanted = [...new Set([...(words.coverId ? [words.coverId] : []), ...filesIn(blocks)])]
  const kept = (known?.files ?? []).filter(({ fileId }) => wanted.includes(fileId))
  const fresh = wanted.filter(fileId => !kept.some(file => file.fileId === fileId))
  const films = fresh.filter(isUploadedFilm)
  const pictures = fresh.filter(fileId => !films.includes(fileId))
  refuse(!pictures.every(isUploadedPicture), 'CONTENT_FILE_MISSING')
  const [shown, shot, attached] = await Promise.all([
    takePictures(
      pictures.map(fileId => ({ fileId })),
      ctx.wechat,
    ).catch(asMissing),
    Promise.all(films.map(takeFilm)),
    Promise.all(words.attachments.map(attachment => takeAttached(attachment, known))),
  ])
  const copies = [...shown, ...shot]
  const copied = attached.flatMap(({ copied: copy }) => copy ?? [])
  const copyOf = new Map(
    [...pictures, ...films].map((upload, index) => [upload, copies[index]?.fileId ?? upload]),
  )
  return {
    blocks: withFiles(blocks, copyOf),
    coverId: words.coverId && (copyOf.get(words.coverId) ?? words.coverId),
    files: [
      ...kept,
      ...copies.map(({ fileId, traceId }) => ({
        fileId,
        traceId,
        state: traceId ? ('checking' as const) : ('passed' as const),
      })),
    ],
    attachments: attached.map(({ attachment }) => attachment),
    copies: [...copies, ...copied].map(({ fileId }) => fileId),
    uploads: [...pictures, ...films, ...copied.map(({ uploadId }) => uploadId)],
  }
}

function asMissing(error: unknown): never {
  throw error instanceof Refusal && error.code === 'FORUM_IMAGE_MISSING'
    ? new Refusal('CONTENT_FILE_MISSING')
    : error
}

const unfittingFilm = {
  missing: 'CONTENT_FILE_MISSING',
  unfit: 'CONTENT_FILM_UNFIT',
  folder: FOLDER,
} as const

async function takeFilm(uploadId: string): Promise<StoredFile> {
  const { fileId } = await copyFilm(uploadId, unfittingFilm)
  return { fileId, traceId: '', state: 'passed' }
}

async function takeAttached(
  { fileId, fileName }: ArticleWordsView['attachments'][number],
  known: Known,
): Promise<{ attachment: StoredAttachment; copied?: Copied }> {
  const before = known?.attachments.find(attachment => attachment.fileId === fileId)
  if (before) return { attachment: { ...before, fileName } }
  const kind = fileKindOf(fileName)
  if (!kind || fileKindOf(fileId) !== kind) throw new Refusal('CONTENT_FILE_UNFIT')
  const fits = (content: Buffer) =>
    refuse(
      content.length > articleLimits.attachmentBytesMax || !beginsLike(kind, content),
      'CONTENT_FILE_UNFIT',
    )
  const copy = await copyFile(fileId, CLOSED_FOLDER, 'CONTENT_FILE_MISSING', fits)
  return { attachment: { ...copy, fileName }, copied: { fileId: copy.fileId, uploadId: fileId } }
}
