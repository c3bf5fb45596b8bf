import type { PermissionDocument } from '../../cloudfunctions/notice/store'
import type { Engine } from '../local-cloud/engine/index'
import { accountDocuments } from './accounts'
import { applauseOf } from './applause'
import { articlesOf } from './articles'
import { askedOf } from './asked'
import { attach } from './attached'
import { auditsOf } from './audits'
import { brandOf } from './brand'
import { broadcastsOf } from './broadcasts'
import { calendarOf } from './calendar'
import { cast } from './cast'
import { centresOf } from './centres'
import { chanceOf } from './chance'
import { eventsOf, offersOf } from './events'
import { withFaces } from './faces'
import { facilitiesOf } from './facilities'
import { followsOf } from './follows'
import { boardsOf, talkOf } from './forum'
import { foundingsOf } from './foundings'
import { handsOf } from './hands'
import { invoicesOf } from './invoices'
import { book } from './ledger'
import { mallOf } from './mall'
import { mallLife } from './mallLife'
import { introduce, withNewcomers } from './newcomers'
import { newsOf } from './news'
import { noticesOf } from './notices'
import { desksTold } from './ordersTold'
import { papersOf } from './papers'
import { commentUpTo } from './pastComments'
import { rosterOf } from './people'
import { photosOf } from './photos'
import { positionsOf } from './positions'
import { countUp, rankComments } from './ranking'
import { readersOf } from './readers'
import { moderatedOf } from './reviews'
import { shuttleOf } from './shuttle'
import { statsOf } from './stats'
import { checkInsOf, deletionsOf, streaksOf } from './streaks'
import { ticketsOf } from './tickets'
import { aboutOf } from './topics'
import { unionOf } from './union'
import { suggestersOf, suggestionsOf, wordsOf } from './words'
import { type World, worldOf } from './world'

export { demoFiles } from './files'

/** Another one gives another world. */
const SEED = 1927

type Documents = Record<string, readonly { _id: string }[]>

/**
 * The demonstration world: a week in the company before `now`, over four months of earlier talk out of which the
 * accounts have grown. The same moment gives the same world.
 */
export async function seedDemo(engine: Engine, now: Date): Promise<void> {
  for (const [collection, documents] of Object.entries(demoDocuments(now)))
    await engine.insertMany(
      collection,
      documents.map(document => ({ ...document })),
    )
}

const membersIn = (associations: readonly { _id: string; members: number }[]) => (id: string) =>
  associations.find(({ _id }) => _id === id)?.members ?? 0

/** Every document of the demonstration world, by collection. */
export function demoDocuments(now: Date): Documents {
  const calendar = calendarOf(now.getTime())
  const chance = chanceOf(SEED)
  const roster = withFaces(rosterOf(calendar, chance), calendar)
  const world = worldOf(roster, calendar, chance)
  const talk = talkOf(world)
  attach(world, talk)
  const mall = mallOf(world)
  const checkIns = checkInsOf(world)
  const broadcasts = broadcastsOf(world)
  const byHand = handsOf(world)
  const outside = [...mall.deeds, ...checkIns, ...broadcasts.deeds]
  for (const member of cast) commentUpTo(world, talk, member, [...talk.deeds, ...outside])
  const newcomers = introduce(world, talk)
  const { sessions: lessons, places: booked, deeds: deposits, ...facilities } = facilitiesOf(world)
  const books = book([...talk.deeds, ...outside, ...deposits, ...byHand.deeds])
  const { associations, memberships } = unionOf(world)
  const { reviews, reports } = moderatedOf(world, talk, books)
  const { applauses, lines } = applauseOf(world, talk)
  const about = aboutOf(countUp(talk), broadcasts.documents.live_broadcasts, now)
  const events = eventsOf(world)
  const news = articlesOf(world)
  const { sessions, places, ...centres } = centresOf(world)
  const documents = {
    ...askedOf(world, withNewcomers(roster, newcomers)),
    forum_boards: boardsOf(talk),
    forum_accounts: accountDocuments,
    ...about,
    forum_follows: followsOf(world, about.forum_topics),
    forum_posts: [...about.forum_posts, ...news.posts, ...broadcasts.posts],
    forum_comments: [...rankComments(talk), ...news.comments, ...broadcasts.comments],
    forum_reviews: reviews,
    forum_reports: reports,
    forum_applauses: applauses,
    identity_deletions: deletionsOf(world),
    growth_streaks: streaksOf(books.entries),
    coin_accounts: books.accounts,
    coin_entries: books.entries,
    coin_esteems: books.esteems,
    coin_givens: books.givens,
    ...byHand.documents,
    union_associations: associations,
    union_memberships: memberships,
    ...events,
    booking_sessions: [...events.booking_sessions, ...sessions, ...lessons],
    booking_places: [...events.booking_places, ...places, ...booked],
    ...centres,
    ...facilities,
    union_foundings: foundingsOf(world),
    union_photos: photosOf(world),
    ...shuttleOf(world),
    ...shopOf(world, mall),
    ...auditsOf(world, memberships),
    ...deskOf(world),
    ...positionsOf(world),
    notice_messages: [
      ...noticesOf(world, { talk, memberships, orders: mall.orders, books, lines }),
      ...offersOf(events.booking_places),
    ],
    notice_news: newsOf(world, membersIn(associations)),
    notice_permissions: permissionsOf(world),
    ...knowledgeOf(world),
    ...brandOf(world),
    ...news.documents,
    ...broadcasts.documents,
  }
  const lived = { posts: documents.forum_posts, comments: documents.forum_comments, entries: books.entries }
  const told = { ...lived, orders: mall.orders, memberships, documents }
  return { ...documents, ...readersOf(world, documents), ...statsOf(world, told, newcomers) }
}

function shopOf(world: World, { products, orders, journal, codes }: ReturnType<typeof mallOf>): Documents {
  return {
    mall_products: products,
    mall_desks: desksTold,
    mall_orders: orders,
    mall_journal: journal,
    mall_codes: codes,
    ...mallLife(world, orders),
  }
}

const deskOf = (world: World): Documents => ({ ...ticketsOf(world), ...invoicesOf(world) })

function knowledgeOf(world: World): Documents {
  const { terms, glossary } = wordsOf(world)
  const { papers, editions, looks, tallies } = papersOf(world)
  const suggestions = suggestionsOf(world)
  return {
    knowledge_terms: terms,
    knowledge_glossary: [glossary],
    knowledge_suggestions: suggestions,
    knowledge_suggesters: suggestersOf(suggestions),
    knowledge_documents: papers,
    knowledge_editions: editions,
    knowledge_looks: looks,
    knowledge_tallies: tallies,
  }
}

function permissionsOf(world: World): PermissionDocument[] {
  return [
    {
      _id: world.who('linxiaochuan')._id,
      left: { applicationWaiting: 3, orderProgress: 1 },
      records: {
        applicationWaiting: {
          accepted: 8,
          refused: 0,
          sent: 5,
          answeredAt: world.calendar.at(1, '12:10'),
        },
        orderProgress: { accepted: 3, refused: 0, sent: 2, answeredAt: world.calendar.at(6, '18:02') },
        seatOffered: { accepted: 1, refused: 0, sent: 1, answeredAt: world.calendar.at(9, '7:35') },
      },
      newsReadTo: world.calendar.at(2, '12:00'),
    },
    { _id: world.who('chenjiahe')._id, left: { applicationDecided: 1 } },
    { _id: world.who('suyutong')._id, left: { orderProgress: 1 } },
  ]
}
