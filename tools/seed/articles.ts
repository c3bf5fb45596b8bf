import type {
  ArticleDocument,
  ReadingDocument,
  TallyDocument,
  VersionDocument,
} from '../../cloudfunctions/content/store'
import { minutesOf, orderKeyOf } from '../../domain/content/article'
import { filesIn, htmlOf, textOf } from '../../domain/content/body'
import { blocksOfLines } from '../../domain/content/lines'
import { articleWordsOf } from '../../domain/content/words'
import { termsOf } from '../../domain/forum/words'
import { DAY_MS, dayOf, type Instant } from '../../domain/kernel/time'
import { audienceKey } from '../../domain/notice/news'
import { attachmentsOf } from './articleFiles'
import { articlesTold } from './articlesTold'
import type { ArticleTold } from './articleTold'
import { besideOf } from './beside'
import { chanceOf } from './chance'
import { fileIdOf, filmIdOf } from './files'
import { personOf } from './people'
import type { World } from './world'

const ARTICLES_SEED = 1959
/** How lines name a film of the demonstration world. */
const FILM = /\(film:([\w-]+)\)/g

/** When it appeared; what is timed appears next Tuesday morning. */
function momentOf({ calendar }: World, { when, state = 'published' }: ArticleTold): Instant {
  if (state === 'scheduled') return calendar.ahead(3, '07:00')
  return state === 'published' ? calendar.of(...when) : 0
}

function articleOf(world: World, told: ArticleTold): ArticleDocument {
  const { id, title, summary, column, cover, writer, when, lines, onTop = false, state = 'published' } = told
  const blocks = blocksOfLines(lines.replace(FILM, (_film, name: string) => `(${filmIdOf(name)})`))
  const publishAt = momentOf(world, told)
  const audience = told.audience ?? { kind: 'all' as const, value: '' }
  const coverId = fileIdOf('covers', cover)
  const isOut = state === 'published' || state === 'scheduled'
  const person = personOf(world.who(writer))
  return {
    _id: id,
    title,
    summary,
    column,
    byline: person.name,
    coverId,
    html: htmlOf(blocks),
    audience,
    comments: told.silent !== true,
    mustRead: told.mustReadInDays !== undefined,
    mustReadBy:
      told.mustReadInDays === undefined ? null : dayOf(world.calendar.now + told.mustReadInDays * DAY_MS),
    push: false,
    attachments: attachmentsOf(told),
    minutes: minutesOf(blocks),
    state,
    version: 3,
    writer: person,
    writerIds: [person.employeeId],
    files: [coverId, ...filesIn(blocks)].map(fileId => ({ fileId, traceId: '', state: 'passed' as const })),
    publishAt,
    onTop,
    orderKey: orderKeyOf(id, publishAt, onTop),
    pushingSince: 0,
    pushedTo: '',
    shownTo: isOut ? audienceKey(audience) : '',
    titleTerms: termsOf(title),
    terms: isOut ? termsOf(`${title}\n${summary}\n${textOf(blocks)}`) : [],
    remark: null,
    changedAt: world.calendar.at(...when),
  }
}

function versionOf(article: ArticleDocument): VersionDocument {
  const { _id, changedAt, writer } = article
  return {
    _id: `${_id}.0001`,
    articleId: _id,
    version: 1,
    words: articleWordsOf(article),
    by: writer.name,
    at: changedAt,
  }
}

interface Read {
  readings: ReadingDocument[]
  tally: TallyDocument
}

/** Who has opened it, and the tally that the timer made of it; Lin has still to read what is new. */
function readOf(
  world: World,
  told: ArticleTold,
  { _id, publishAt, mustRead, audience }: ArticleDocument,
): Read {
  const [views, likes, favourites, confirmed = 0] = told.figures
  const reader = world.who('linxiaochuan')._id
  const able = world.roster.filter(
    ({ _id: id, boundAt, status, site, department }) =>
      boundAt !== null &&
      status === 'active' &&
      id !== reader &&
      (audience.kind === 'all' || audience.value === (audience.kind === 'city' ? site : department)),
  )
  const readings = world.chance
    .sample(able, Math.min(views, able.length))
    .map(({ _id: employeeId, department }, index) => {
      const at = world.calendar.after(publishAt, 30 + index * 7)
      const kept = index < favourites
      return {
        _id: `${_id}:${employeeId}`,
        articleId: _id,
        employeeId,
        department,
        progress: index < confirmed || index % 3 > 0 ? 100 : 40,
        liked: index < likes,
        likedAt: at,
        favourited: kept,
        favouritedAt: at,
        keptKey: kept ? `${at}:${_id}` : '',
        confirmed: index < confirmed,
        confirmedAt: at,
        uncountedSince: 0,
      }
    })
  const count = (is: (reading: ReadingDocument) => boolean) => readings.filter(is).length
  const tally = {
    _id,
    views: readings.length,
    likes: count(({ liked }) => liked),
    favourites: count(({ favourited }) => favourited),
    confirmed: count(reading => reading.confirmed),
    departments: mustRead ? departmentsOf(world, readings) : [],
    departmentsAt: mustRead ? world.calendar.now : 0,
    at: world.calendar.now,
  }
  return { readings, tally }
}

function departmentsOf(
  { roster }: World,
  readings: readonly ReadingDocument[],
): TallyDocument['departments'] {
  const active = roster.filter(({ status }) => status === 'active')
  return [...new Set(active.map(({ department }) => department))].map(department => ({
    department,
    people: active.filter(one => one.department === department).length,
    confirmed: readings.filter(one => one.department === department && one.confirmed).length,
  }))
}

/** The post that stands beside an article, with what was said under it. */
function talkOf(
  world: World,
  told: ArticleTold,
  { _id, title, summary, writer, publishAt, shownTo }: ArticleDocument,
) {
  const said = (told.said ?? []).map(([who, body], index) => ({
    who,
    body,
    at: world.calendar.after(publishAt, 25 + index * 19),
  }))
  // What is to appear later has its conversation already.
  const at = world.calendar.after(publishAt, 0)
  const beside = { shownTo, shownFrom: publishAt, overseenBy: 'content.write' } as const
  return besideOf(world, {
    postId: `article.${_id}`,
    title,
    words: summary,
    author: writer,
    at,
    said,
    beside,
  })
}

/** A company's fortnight of articles, with their readers and what was said. */
export function articlesOf(around: World) {
  // A chance of its own: what is told here moves nothing else.
  const world = { ...around, chance: chanceOf(ARTICLES_SEED) }
  const all = articlesTold.map(told => ({ told, article: articleOf(world, told) }))
  const out = all.filter(({ article }) => article.shownTo !== '')
  const read = out.map(({ told, article }) => readOf(world, told, article))
  const talks = out
    .filter(({ article }) => article.comments)
    .map(({ told, article }) => talkOf(world, told, article))
  return {
    posts: talks.map(({ post }) => post),
    comments: talks.flatMap(({ comments }) => comments),
    documents: {
      content_articles: all.map(({ article }) => article),
      content_versions: all.map(({ article }) => versionOf(article)),
      content_readings: read.flatMap(({ readings }) => readings),
      content_tallies: read.map(({ tally }) => tally),
    },
  }
}
