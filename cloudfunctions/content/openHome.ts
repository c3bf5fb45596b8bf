import { isConfirmed } from '@domain/content/article'
import { content } from '@domain/content/contract'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { happyHour } from '../coin/public'
import { hotAlong, hotFrom } from '../forum/public'
import { entryAlong, entryFrom, nextFrom } from '../live/public'
import { articles, type ReadingDocument, readings, type TallyDocument, tallies } from './store'
import { tileFigures } from './tiles'
import { type Card, cardFields, cardView } from './views'

/** Of each audience, the latest; a morning's front page holds fewer. */
const LATEST_MAX = 24
const LISTED_MAX = 12
/** What must be read goes on asking behind so many newer ones for the same reader. */
const MUST_READ_MAX = 100

/** What lies beside each card: how many have read it, and what the caller has done with exactly this one. */
const beside = {
  tally: tallies.along({ where: {}, matching: { field: '_id', value: '$_id' }, limit: 1 }),
  reading: readings.along({
    where: {},
    matching: { field: '_id', value: { $concat: ['$_id', ':', '$$caller'] } },
    limit: 1,
    fields: ['progress', 'confirmed', 'confirmedAt'],
  }),
}

type Read = Pick<ReadingDocument, 'progress' | 'confirmed' | 'confirmedAt'>
type HomeCard = Card & { tally?: TallyDocument[]; reading?: Read[] }

/** The key of everybody's audience, or how that of the caller's is made. */
type Key = string | { $concat: string[] }
const toSite: Key = { $concat: ['city:', '$site'] }
const toDepartment: Key = { $concat: ['department:', '$department'] }

/**
 * The newest for one audience: what is to appear by now is there, whether or not the timer has come by, and what is to
 * appear later takes nobody's place. Nor does what is for others.
 */
function newestFor(key: Key, limit: number, only: { mustRead?: true } = {}) {
  return articles.along({
    where: { ...only, ...(typeof key === 'string' ? { shownTo: key } : {}), publishAt: _.lte(Date.now()) },
    ...(typeof key === 'string' ? {} : { matching: { field: 'shownTo', value: key } }),
    orderBy: [['orderKey', 'desc']],
    limit,
    fields: cardFields,
    each: beside,
  })
}

const mustRead = { mustRead: true } as const

const along = () => ({
  toAll: newestFor('all', LATEST_MAX),
  toSite: newestFor(toSite, LATEST_MAX),
  toDepartment: newestFor(toDepartment, LATEST_MAX),
  mustReadByAll: newestFor('all', MUST_READ_MAX, mustRead),
  mustReadInSite: newestFor(toSite, MUST_READ_MAX, mustRead),
  mustReadInDepartment: newestFor(toDepartment, MUST_READ_MAX, mustRead),
  hot: hotAlong(),
  live: entryAlong(),
})

export const openHome = handleWith(content.openHome, along, async ({ now }, _input, found) => {
  const [hot, running, figures] = await Promise.all([hotFrom(found.hot), happyHour(now), tileFigures()])
  const newest = (cards: readonly HomeCard[], max: number) =>
    cards
      .filter(({ publishAt }) => publishAt <= now)
      .sort((a, b) => (a.orderKey < b.orderKey ? 1 : -1))
      .slice(0, max)
  const latest = newest([...found.toAll, ...found.toSite, ...found.toDepartment], LATEST_MAX)
  const toRead = newest(
    [...found.mustReadByAll, ...found.mustReadInSite, ...found.mustReadInDepartment],
    MUST_READ_MAX,
  )
  const [lead, ...others] = latest
  return {
    lead: lead ? view(lead) : null,
    articles: others.slice(0, LISTED_MAX).map(view),
    more: others.length > LISTED_MAX,
    mustRead: toRead.filter(card => !isConfirmed(card.reading?.[0], card)).map(view),
    unread: latest.filter(({ reading }) => !reading?.[0]).length,
    hot,
    live: entryFrom(found.live, now),
    tiles: { ...figures, broadcast: nextFrom(found.live, now) },
    happyHour: running,
    now,
  }
})

const view = (card: HomeCard) => cardView(card, card.tally?.[0], card.reading?.[0])
