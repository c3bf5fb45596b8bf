import { isConfirmed } from '@domain/content/article'
import { content } from '@domain/content/contract'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { happyHour } from '../coin/public'
import { hotAlong, hotFrom } from '../forum/public'
import { entryAlong, entryFrom, nextFrom } from '../live/public'
import { articles, readings, type TallyDocument, tallies } from './store'
import { tileFigures } from './tiles'
import { type Card, cardFields, cardView, isFor } from './views'

/** Of each audience, the latest; a morning's front page holds fewer. */
const LATEST_MAX = 24
const LISTED_MAX = 12
/** As many as the latest of three audiences. */
const READ_MAX = 3 * LATEST_MAX
/** Of the whole company; what must be read goes on asking after a week of newer articles. */
const MUST_READ_MAX = 100

const tallyAlong = {
  as: 'tally',
  along: tallies.along({ where: {}, matching: { field: '_id', value: '$_id' }, limit: 1 }),
}

/**
 * The latest for one audience: what is to appear by now is there, whether or not the timer has come by, and what is to
 * appear later takes nobody's place.
 */
function latestFor(of: { key: string } | { value: object }) {
  return articles.along({
    where: { ...('key' in of ? { shownTo: of.key } : {}), publishAt: _.lte(Date.now()) },
    ...('value' in of ? { matching: { field: 'shownTo', value: of.value } } : {}),
    orderBy: [['orderKey', 'desc']],
    limit: LATEST_MAX,
    fields: cardFields,
    each: tallyAlong,
  })
}

const along = () => ({
  toAll: latestFor({ key: 'all' }),
  toSite: latestFor({ value: { $concat: ['city:', '$site'] } }),
  toDepartment: latestFor({ value: { $concat: ['department:', '$department'] } }),
  readings: readings.along({
    where: {},
    ofCaller: 'employeeId',
    orderBy: [['publishAt', 'desc']],
    limit: READ_MAX,
    fields: ['articleId', 'progress', 'confirmed', 'confirmedAt'],
  }),
  mustRead: articles.along({
    where: { mustRead: true, shownTo: _.gt(''), publishAt: _.lte(Date.now()) },
    orderBy: [['orderKey', 'desc']],
    limit: MUST_READ_MAX,
    fields: cardFields,
    each: tallyAlong,
  }),
  confirmed: readings.along({
    where: { confirmed: true },
    ofCaller: 'employeeId',
    orderBy: [['publishAt', 'desc']],
    limit: READ_MAX,
    fields: ['articleId', 'progress', 'confirmed', 'confirmedAt'],
  }),
  hot: hotAlong(),
  live: entryAlong(),
})

export const openHome = handleWith(content.openHome, along, async ({ now, employee }, _input, found) => {
  const [hot, running, figures, live] = await Promise.all([
    hotFrom(found.hot),
    happyHour(now),
    tileFigures(),
    entryFrom(found.live, employee.id, now),
  ])
  const readingOf = new Map(
    [...found.confirmed, ...found.readings].map(reading => [reading.articleId, reading]),
  )
  const latest = [...found.toAll, ...found.toSite, ...found.toDepartment]
    .filter(({ publishAt }) => publishAt <= now)
    .sort((a, b) => (a.orderKey < b.orderKey ? 1 : -1))
    .slice(0, LATEST_MAX)
  const view = (article: Card) => cardView(article, tallyOf(article), readingOf.get(article._id))
  const [lead, ...others] = latest
  return {
    lead: lead ? view(lead) : null,
    articles: others.slice(0, LISTED_MAX).map(view),
    more: others.length > LISTED_MAX,
    mustRead: found.mustRead
      .filter(one => isFor(one, employee, now) && !isConfirmed(readingOf.get(one._id), one))
      .map(view),
    unread: latest.filter(({ _id }) => !readingOf.has(_id)).length,
    hot,
    live,
    tiles: { ...figures, broadcast: nextFrom(found.live, now) },
    happyHour: running,
    now,
  }
})

function tallyOf(article: Card): TallyDocument | undefined {
  return (article as Card & { tally?: TallyDocument[] }).tally?.[0]
}
