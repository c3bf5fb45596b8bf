import { HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import { PNG } from './brandLife'
import { expectData } from './expectError'
import { bytes } from './films'
import { newRequestId, upload } from './identityWorld'
import { broadcastWords } from './liveSamples'
import type { TestCloud } from './localCloud'
import { people, type TestPerson } from './people'

const { xiang } = people

export interface Run {
  broadcast: { version: number; status: string; talkId: string }
  figures: Record<string, number> & { slots: { at: number; people: number }[] }
  draw: {
    state: string
    commitment: string
    entries: number
    winners: {
      code: string
      name: string
      employeeId: string
      prize: number
      paid: boolean
      handedOver: boolean
    }[]
  } | null
}

/** What hosts and colleagues do with broadcasts, for the tests of the room. */
export function liveSteps(cloudOf: () => TestCloud) {
  const call = <T = Record<string, unknown>>(
    { openid }: Pick<TestPerson, 'openid'>,
    name: string,
    input: object = {},
    requestId = newRequestId(),
  ) => cloudOf().call<T>(openid, name, input, requestId)
  const does = async <T = Record<string, string>>(
    who: Pick<TestPerson, 'openid'>,
    name: string,
    input: object = {},
  ) => expectData(await call<T>(who, name, input))
  const cover = () => upload(cloudOf(), xiang.openid, 'uploads/stage.png', bytes(PNG))
  const run = (broadcastId: string) => does<Run>(xiang, 'live.openRun', { broadcastId })
  const move = async (broadcastId: string, action: string, more: object = {}) => {
    const { version } = (await run(broadcastId)).broadcast
    return does<{ status: string }>(xiang, 'live.moveBroadcast', { broadcastId, version, action, ...more })
  }
  /** A broadcast that begins after so many minutes and lasts an hour. */
  const write = async (now: number, words: object = {}, inMinutes = 60) => {
    const startsAt = now + inMinutes * MINUTE_MS
    const times = { shownFrom: now, startsAt, endsAt: startsAt + HOUR_MS }
    const { broadcastId = '' } = await does(xiang, 'live.saveBroadcast', {
      words: { ...broadcastWords, ...times, ...words },
      coverFileId: await cover(),
    })
    return broadcastId
  }
  const publish = async (now: number, words: object = {}, inMinutes = 60) => {
    const broadcastId = await write(now, words, inMinutes)
    await move(broadcastId, 'publish')
    return broadcastId
  }
  const say = (who: TestPerson, broadcastId: string, body: string) =>
    does<{ comment: { commentId: string } }>(who, 'forum.addComment', {
      postId: `broadcast.${broadcastId}`,
      body,
    })
  /** A broadcast that these have taken part in, still on. */
  const takePart = async (now: number, who: readonly TestPerson[], words: object = {}) => {
    const broadcastId = await publish(now, { reward: { minutes: 5, message: false }, ...words }, 5)
    for (const minute of [6, 11]) {
      await cloudOf().clock(new Date(now + minute * MINUTE_MS).toISOString())
      for (const one of who) await does(one, 'live.attend', { broadcastId })
    }
    return broadcastId
  }
  return { call, does, cover, run, move, write, publish, say, takePart }
}
