import { createHash } from 'node:crypto'
import { codesOf } from '../../cloudfunctions/live/codes'
import { seal } from '../../cloudfunctions/live/pass'
import {
  type BroadcastDocument,
  type DrawDocument,
  type Presence,
  type PresenceDocument,
  peopleIn,
  presenceIdOf,
  type TallyDocument,
  talkIdOf,
  type Winner,
} from '../../cloudfunctions/live/store'
import { sortKey } from '../../domain/kernel/paging'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../../domain/kernel/time'
import { commitmentOf, listHashOf, winnersOf } from '../../domain/live/draw'
import {
  attendanceOf,
  minutesPresent,
  SLOT_MINUTES,
  shardOf,
  shards,
  slotOf,
  slotStart,
} from '../../domain/live/presence'
import { developmentCodeKey } from '../local-cloud/functions/environment'
import { besideOf } from './beside'
import { type BroadcastTold, winterTold, xc90Told } from './broadcastsTold'
import { chanceOf } from './chance'
import { fileIdOf } from './files'
import type { Deed } from './ledger'
import { personOf } from './people'
import type { World } from './world'

const BROADCASTS_SEED = 1990
const XC90_REMINDED = 186
const WINTER_VIEWERS = 142

interface Times {
  announcedAt: Instant
  startsAt: Instant
  endsAt: Instant
}

/** Tonight at half past seven; tomorrow's evening once that is too near. */
function tonight({ calendar }: World): Times {
  const today = calendar.ahead(0, '19:30')
  const startsAt = today > calendar.now + HOUR_MS ? today : calendar.ahead(1, '19:30')
  return { announcedAt: startsAt - 3 * DAY_MS, startsAt, endsAt: startsAt + 70 * MINUTE_MS }
}

function lastWeek({ calendar }: World): Times {
  const startsAt = calendar.at(6, '15:00')
  return { announcedAt: startsAt - 3 * DAY_MS, startsAt, endsAt: startsAt + HOUR_MS }
}

function broadcastOf(world: World, told: BroadcastTold, times: Times): BroadcastDocument {
  const { id, title, summary, place, topic, cover, minutes, prizes } = told
  const host = personOf(world.who(told.host))
  return {
    _id: id,
    ...{ title, summary, place, topic },
    platform: { kind: 'channels', finderUserName: 'sphVolvoCarsChina', feedId: null },
    shownFrom: times.announcedAt,
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    endKey: sortKey(times.endsAt, id),
    reward: { minutes, message: true },
    prizes: prizes.map(prize => ({ ...prize })),
    coverFileId: fileIdOf('covers', cover),
    stage: 'open',
    replay: null,
    host,
    hostIds: [host.employeeId],
    answering: null,
    answered: 0,
    plannedAt: times.startsAt,
    upkeep: 'running',
    version: 3,
  }
}

function presencesOf(broadcastId: string, people: ReadonlyMap<string, Presence>): PresenceDocument[] {
  return shards.map(shard => ({
    _id: presenceIdOf(broadcastId, shard),
    broadcastId,
    shard,
    people: Object.fromEntries([...people].filter(([employeeId]) => shardOf(employeeId) === shard)),
    calledFor: 0,
  }))
}

/** Made of the broadcast's id, so that the world is always the same one; a real seed is chance. */
function drawOf(broadcastId: string): DrawDocument {
  const made = (what: string) => createHash('sha256').update(`${what} of ${broadcastId}`).digest('hex')
  return {
    _id: broadcastId,
    state: 'open',
    commitment: commitmentOf(made('seed')),
    sealedSeed: seal(made('seed'), `seed/${broadcastId}`),
    sealedSalt: seal(made('salt'), `salt/${broadcastId}`),
    ...{ seed: '', codes: [], entries: 0, listHash: '', prizes: [], winners: [], owing: false },
    closedAt: null,
    drawnAt: null,
  }
}

const seedOfDraw = (broadcastId: string) =>
  createHash('sha256').update(`seed of ${broadcastId}`).digest('hex')

function tallyOf(broadcastId: string, kept: readonly PresenceDocument[], at: Instant): TallyDocument {
  const people = peopleIn(kept)
  const slots = attendanceOf(people)
  const peak = slots.reduce((best, one) => (one.people > best.people ? one : best), { slot: 0, people: 0 })
  const rewarded = people.filter(({ earned }) => earned !== undefined)
  return {
    _id: broadcastId,
    reminders: people.filter(({ wants }) => wants).length,
    viewers: people.filter(one => one.slots.length > 0).length,
    watching: 0,
    peak: peak.people,
    peakAt: peak.people > 0 ? slotStart(peak.slot) : null,
    rewarded: rewarded.length,
    coins: rewarded.reduce((sum, { earned = 0 }) => sum + earned, 0),
    slots,
    at,
  }
}

function registered({ roster }: World) {
  return roster.filter(({ boundAt, status }) => boundAt !== null && status === 'active')
}

/** Who was there last week: some to the end, some for a while; whoever spoke and stayed has earned. */
function watchedBy(world: World, { startsAt }: Times): Map<string, Presence> {
  const spoke = new Set(winterTold.said.map(([who]) => world.who(who)._id))
  const others = registered(world).filter(({ _id }) => !spoke.has(_id))
  const ids = [...spoke, ...world.chance.sample(others, WINTER_VIEWERS).map(({ _id }) => _id)]
  return new Map(
    ids.map(employeeId => {
      const stays = spoke.has(employeeId) ? 12 : world.chance.whole(1, 12)
      const first = slotOf(startsAt) + world.chance.whole(0, 12 - stays)
      const slots = Array.from({ length: stays }, (_slot, place) => first + place)
      const tookPart = spoke.has(employeeId) && minutesPresent({ slots }) >= winterTold.minutes
      return [employeeId, { slots, ...(tookPart ? { earned: 10 } : {}) }]
    }),
  )
}

/** What last week's broadcast brought: to whoever took part, and to whoever won coins. */
function deedsOf(
  watched: ReadonlyMap<string, Presence>,
  { startsAt, endsAt }: Times,
  winners: readonly Winner[],
) {
  const { id, title, prizes } = winterTold
  const joined = [...watched].flatMap(([employeeId, { earned }], index): Deed[] =>
    earned === undefined
      ? []
      : [
          {
            kind: 'earn',
            reason: 'live.joined',
            employeeId,
            sourceId: `${id}.${employeeId}`,
            title: `参与直播「${title}」`,
            subject: null,
            at: startsAt + (winterTold.minutes + SLOT_MINUTES + index) * MINUTE_MS,
          },
        ],
  )
  const won = winners.flatMap(({ employeeId, code, prize }): Deed[] =>
    prizes[prize]?.kind !== 'coins'
      ? []
      : [
          {
            kind: 'earn',
            reason: 'live.won',
            employeeId,
            sourceId: `${id}.${code}`,
            title: `抽中「${title}」`,
            subject: null,
            at: endsAt + 2 * MINUTE_MS,
          },
        ],
  )
  return [...joined, ...won]
}

/** The draw of last week, as the community itself draws: anybody can do it again. */
function drawn(world: World, watched: ReadonlyMap<string, Presence>, { endsAt }: Times): DrawDocument {
  const open = drawOf(winterTold.id)
  const seed = seedOfDraw(winterTold.id)
  const took = [...watched].flatMap(([employeeId, { earned }]) => (earned === undefined ? [] : [employeeId]))
  const codes = codesOf(open, took)
  const list = [...codes.values()].sort()
  const prizes = winterTold.prizes.map(prize => ({ ...prize }))
  const ownerOf = new Map([...codes].map(([employeeId, code]) => [code, employeeId]))
  const nameOf = new Map(world.roster.map(({ _id, name }) => [_id, name]))
  const winners = winnersOf(seed, list, prizes).map(({ code, prize }, place): Winner => {
    const employeeId = ownerOf.get(code) ?? ''
    return {
      code,
      prize,
      employeeId,
      name: nameOf.get(employeeId) ?? '',
      paid: true,
      handedOver: place === 0,
    }
  })
  return {
    ...open,
    state: 'drawn',
    seed,
    codes: list,
    entries: list.length,
    listHash: listHashOf(list),
    prizes,
    winners,
    closedAt: endsAt - 2 * MINUTE_MS,
    drawnAt: endsAt - MINUTE_MS,
  }
}

function talkOf(world: World, told: BroadcastTold, { announcedAt }: Times, saidFrom: Instant) {
  return besideOf(world, {
    postId: talkIdOf(told.id),
    title: told.title,
    words: told.summary,
    author: personOf(world.who(told.host)),
    beside: { shownTo: 'all', shownFrom: announcedAt, overseenBy: 'live.host' },
    at: Math.min(announcedAt, world.calendar.minutesAgo(5)),
    said: told.said.map(([who, minutes, body]) => ({
      who,
      body,
      at: world.calendar.after(saidFrom, minutes),
    })),
  })
}

/** The evening of the launch, announced, and last week's broadcast with its replay and its draw. */
export function broadcastsOf(around: World) {
  process.env.LIVE_KEY ??= developmentCodeKey
  // A chance of its own: what is told here moves nothing else.
  const world = { ...around, chance: chanceOf(BROADCASTS_SEED) }
  const { now } = world.calendar
  const coming = tonight(world)
  const past = lastWeek(world)
  // Whoever looks around as the first of the demo world has not asked yet.
  const others = registered(world).filter(({ _id }) => _id !== world.who('linxiaochuan')._id)
  const wanting = world.chance.sample(others, XC90_REMINDED)
  const wantsAt = Math.min(coming.announcedAt + HOUR_MS, now - HOUR_MS)
  const reminded = new Map(wanting.map(({ _id }) => [_id, { wants: true, wantsAt }]))
  const watched = watchedBy(world, past)
  const draw = drawn(world, watched, past)
  const kept = [presencesOf(xc90Told.id, reminded), presencesOf(winterTold.id, watched)] as const
  const talks = [
    talkOf(world, xc90Told, coming, coming.announcedAt),
    talkOf(world, winterTold, past, past.startsAt),
  ]
  return {
    deeds: deedsOf(watched, past, draw.winners),
    posts: talks.map(({ post }) => post),
    comments: talks.flatMap(({ comments }) => comments),
    documents: {
      live_broadcasts: [
        broadcastOf(world, xc90Told, coming),
        {
          ...broadcastOf(world, winterTold, past),
          upkeep: 'settled' as const,
          replay: {
            platform: { kind: 'web' as const, url: 'https://live.volvocars.com.cn/winter-test' },
            from: past.endsAt + 18 * HOUR_MS,
          },
        },
      ],
      live_presences: kept.flat(),
      live_tallies: [tallyOf(xc90Told.id, kept[0], now), tallyOf(winterTold.id, kept[1], past.endsAt)],
      live_draws: [drawOf(xc90Told.id), draw],
    },
  }
}
