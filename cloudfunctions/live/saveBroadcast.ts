import { Refusal, refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import type { Instant } from '@domain/kernel/time'
import { areTimesRight, broadcastTable, statusAt } from '@domain/live/broadcast'
import { live } from '@domain/live/contract'
import { allowedPlatform, type Platform } from '@domain/live/platform'
import { webHosts } from '@platform/configuration'
import { type EmployeeContext, handle } from '@platform/context'
import { copyPicture } from '@platform/pictures'
import { keepingCopy } from '@platform/storage'
import type { Transaction } from '@platform/transaction'
import { wordTalk } from '../forum/public'
import { personOf } from '../identity/public'
import { tellItsTopic } from './ofTopic'
import { wordsOf } from './openDesk'
import { type BroadcastDocument, broadcasts, scheduleOf, talkIdOf } from './store'

type Words = ReturnType<typeof wordsOf>
interface Read {
  broadcastId: string
  version: number
}

const unfitting = { missing: 'LIVE_COVER_MISSING', unfit: 'LIVE_COVER_UNFIT' } as const

export const saveBroadcast = handle(live.saveBroadcast, async (ctx, { of, words, coverFileId }) => {
  refuse(!areTimesRight(words), 'LIVE_TIMES_WRONG')
  refuse(words.startsAt <= ctx.now, 'LIVE_PAST')
  assertAllowed(words.platform)
  await ctx.wechat.assertTextIsSafe(words.title, words.summary, words.place, words.topic)
  const cover = coverFileId === undefined ? undefined : await copyPicture(coverFileId, unfitting)
  const broadcastId = of?.broadcastId ?? ctx.newId('broadcast')
  let before: BroadcastDocument | null = null
  return keepingCopy(cover, () =>
    ctx.transaction(
      async tx => {
        before = of ? await editableIn(tx, of, ctx.now) : null
        const after = changed(ctx, before, { broadcastId, words, cover: cover?.fileId })
        await broadcasts.in(tx).put(after)
        if (after.stage === 'open') {
          await wordTalk(tx, { ...talkOf(after), at: ctx.now })
          await tellItsTopic(tx, after, { before: before ?? after, at: ctx.now })
        }
        return { broadcastId, version: after.version }
      },
      () => ({
        subject: `${broadcasts.name}/${broadcastId}`,
        before: before && wordsOf(before),
        after: words,
      }),
    ),
  )
})

/** What the forum keeps beside a broadcast, seen as the broadcast is. */
export const talkOf = ({ _id, title, summary, shownFrom }: BroadcastDocument) => ({
  talkId: talkIdOf(_id),
  title,
  words: summary,
  beside: { shownTo: 'all', shownFrom, overseenBy: 'live.host' as const },
})

/** @throws Refusal LIVE_ADDRESS_NOT_ALLOWED */
export function assertAllowed(platform: Platform): void {
  refuse(allowedPlatform(platform, webHosts()) === null, 'LIVE_ADDRESS_NOT_ALLOWED')
}

/** The broadcast as a host has read it. One request. @throws Refusal LIVE_BROADCAST_MISSING, LIVE_CHANGED */
export async function asRead(tx: Transaction, { broadcastId, version }: Read): Promise<BroadcastDocument> {
  const broadcast = await broadcasts.in(tx).require(broadcastId, 'LIVE_BROADCAST_MISSING')
  refuse(broadcast.version !== version, 'LIVE_CHANGED')
  return broadcast
}

async function editableIn(tx: Transaction, of: Read, now: Instant): Promise<BroadcastDocument> {
  const broadcast = await asRead(tx, of)
  refuse(!broadcastTable[statusAt(scheduleOf(broadcast), now)].editable, 'LIVE_STEP_REFUSED')
  return broadcast
}

function changed(
  { employee }: EmployeeContext,
  before: BroadcastDocument | null,
  { broadcastId, words, cover }: { broadcastId: string; words: Words; cover: string | undefined },
): BroadcastDocument {
  const coverFileId = cover ?? before?.coverFileId
  if (coverFileId === undefined) throw new Refusal('LIVE_COVER_MISSING')
  const kept = before ?? {
    stage: 'draft' as const,
    replay: null,
    host: personOf(employee),
    hostIds: [],
    answering: null,
    answered: 0,
    upkeep: 'none' as const,
  }
  return {
    ...kept,
    _id: broadcastId,
    ...words,
    coverFileId,
    endKey: sortKey(words.endsAt, broadcastId),
    hostIds: withHost(kept.hostIds, employee.id),
    // Moved to another time, it calls people anew.
    plannedAt: words.startsAt,
    version: (before?.version ?? 0) + 1,
  }
}

/** Everybody who has had a hand in it, each once. */
export function withHost(hostIds: readonly string[], employeeId: string): string[] {
  return [...new Set([...hostIds, employeeId])]
}
