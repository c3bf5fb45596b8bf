import { can } from '@domain/access/roles'
import { isConfirmed } from '@domain/content/article'
import { blocksOf, textOf } from '@domain/content/body'
import { content } from '@domain/content/contract'
import { withoutRefused } from '@domain/content/refused'
import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { type Employee, handle, handleWith } from '@platform/context'
import { temporaryLink } from '@platform/storage'
import { knownTopics } from '../forum/public'
import { hidingDepartment } from '../identity/public'
import { confirmedIn } from './counting'
import {
  type ArticleDocument,
  articles,
  type ReadingDocument,
  readings,
  type TallyDocument,
  talkIdOf,
  tallies,
} from './store'
import { refusedOf } from './verdicts'
import { type Card, cardFields, cardView, isFor } from './views'

const RELATED_MAX = 3

const along = ({ articleId }: { articleId: string }) => ({
  article: articles.along({
    where: { _id: articleId },
    limit: 1,
    each: {
      related: articles.along({
        where: { shownTo: 'all', publishAt: _.lte(Date.now()) },
        matching: { field: 'column', value: '$column' },
        orderBy: [['orderKey', 'desc']],
        limit: RELATED_MAX * 3,
        fields: cardFields,
      }),
    },
  }),
  latest: articles.along({
    where: { shownTo: 'all', publishAt: _.lte(Date.now()) },
    orderBy: [['orderKey', 'desc']],
    limit: RELATED_MAX * 3,
    fields: cardFields,
  }),
  tally: tallies.along({ where: { _id: articleId }, limit: 1 }),
  reading: readings.along({
    where: {},
    matching: { field: '_id', value: { $concat: [`${articleId}:`, '$_id'] } },
    limit: 1,
  }),
})

export const openArticle = handleWith(
  content.openArticle,
  along,
  async ({ employee, now }, _input, found) => {
    const article = readable(found.article[0], employee, now)
    const [tally] = found.tally
    const [reading] = found.reading
    const ofColumn = (found.article[0] as { related?: Card[] } | undefined)?.related ?? []
    const related = relatedTo(article._id, [...ofColumn, ...found.latest], now)
    const { _id, byline, html, mustRead, mustReadBy, attachments, comments, revisedAt } = article
    return {
      article: {
        ...cardView(article, tally, reading),
        byline,
        html: withoutRefused(html, refusedOf(article)),
        mustReadBy,
        confirmed: isConfirmed(reading, article),
        revisedAt: revisedAt ?? null,
        ...marksOf(tally, reading),
        topics: await knownTopics(textOf(blocksOf(html)), now),
        attachments: attachments.map(({ fileName, bytes }) => ({ fileName, bytes })),
        talkId: comments ? talkIdOf(_id) : null,
      },
      confirmations: mustRead ? await confirmationsOf(article, employee, { tally, reading }) : null,
      related: related.map(one => cardView(one, undefined, undefined)),
      canEdit: can(employee.grants, 'content.write'),
      now,
    }
  },
)

/** What to read next: of the same column first, then the latest of all; each once. */
function relatedTo(articleId: string, found: readonly Card[], now: Instant): Card[] {
  const others = found.filter(one => one._id !== articleId && one.publishAt <= now)
  return [...new Map(others.map(one => [one._id, one])).values()].slice(0, RELATED_MAX)
}

/** Whoever writes reads everything. @throws Refusal CONTENT_ARTICLE_MISSING */
export function readable<T extends Pick<ArticleDocument, 'shownTo' | 'state' | 'publishAt'>>(
  article: T | null | undefined,
  employee: Employee,
  now: Instant,
): T {
  const mayRead = article && (isFor(article, employee, now) || can(employee.grants, 'content.write'))
  if (!mayRead) throw new Refusal('CONTENT_ARTICLE_MISSING')
  return article
}

/** The counts, with what this reader has done since they were made. */
export function marksOf(tally: TallyDocument | undefined, reading: ReadingDocument | undefined) {
  const since = tally?.at ?? 0
  const { liked = false, likedAt = 0, favourited = false, favouritedAt = 0 } = reading ?? {}
  return {
    likes: (tally?.likes ?? 0) + (liked && likedAt > since ? 1 : 0),
    liked,
    favourites: (tally?.favourites ?? 0) + (favourited && favouritedAt > since ? 1 : 0),
    favourited,
  }
}

async function confirmationsOf(
  article: Pick<ArticleDocument, 'publishAt' | 'askedAt'>,
  { id, department }: Pick<Employee, 'id' | 'department'>,
  { tally, reading }: { tally: TallyDocument | undefined; reading: ReadingDocument | undefined },
) {
  const counted = confirmedIn(article, tally)
  const own = counted.departments.find(one => one.department === department)
  const isFresh = isConfirmed(reading, article) && (reading?.confirmedAt ?? 0) >= (tally?.at ?? 0)
  // Who hides their department is counted apart from it, as the timer does.
  const isFreshInOwn = isFresh && !(await hidingDepartment()).has(id)
  return {
    people: counted.confirmed + (isFresh ? 1 : 0),
    inDepartment: (own?.confirmed ?? 0) + (isFreshInOwn ? 1 : 0),
    ofDepartment: own?.people ?? 0,
  }
}

export const takeAttachment = handle(
  content.takeAttachment,
  async ({ employee, now }, { articleId, fileName }) => {
    const article = readable(await articles.get(articleId), employee, now)
    const attachment = article.attachments.find(one => one.fileName === fileName)
    if (!attachment) throw new Refusal('CONTENT_FILE_MISSING')
    const url = await temporaryLink(attachment.fileId, 'CONTENT_FILE_MISSING')
    return { url, fileName }
  },
)
