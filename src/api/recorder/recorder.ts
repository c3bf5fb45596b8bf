import { SECOND_MS } from '@domain/kernel/time'
import Taro from '@tarojs/taro'
import { readRoute } from '@/ui/nav/route'
import { call } from '../call'
import { ApiError } from '../error'
import { api, type CommandReference } from '../reference'
import { newRequestId } from '../requestId'
import { createRecording, type KeptBatch } from './recording'

const KEPT_AT = 'stats.batches'

/** The page in front, as figures call it: `forum/post`, `pages/home`. */
function pageInFront(): string | null {
  const route = readRoute()
  const [, room, page] = /^rooms\/(\w+)\/pages\/(\w+)\//.exec(route) ?? []
  if (room && page) return `${room}/${page}`
  const [, tab] = /^pages\/(\w+)\//.exec(route) ?? []
  return tab ? `pages/${tab}` : null
}

async function send({ requestId, visitId, events, posts = [] }: KeptBatch): Promise<boolean> {
  const told = events.map(({ at, ...event }) => ({
    ...event,
    secondsAgo: Math.max(0, Math.round((Date.now() - at) / SECOND_MS)),
  }))
  try {
    await call(api.stats.record, { visitId, events: told, posts }, { requestId })
    return true
  } catch (error) {
    // A stranger is counted nowhere; what the server refuses for good is not worth keeping.
    return error instanceof ApiError && error.kind !== 'retry'
  }
}

/** A phone whose storage is full counts less, and does all else. */
function keep(batches: KeptBatch[]): void {
  try {
    Taro.setStorageSync(KEPT_AT, batches)
  } catch {
    // What is noted since is lost with it.
  }
}

const recording = createRecording({
  now: () => Date.now(),
  newId: newRequestId,
  load: () => (Taro.getStorageSync(KEPT_AT) || []) as KeptBatch[],
  save: keep,
  send,
})

/** Once, with the app: a visit begins when it comes to the front, and what was noted goes out when it is put away. */
export function followVisits(): void {
  Taro.onAppShow(() => recording.note('visit', 'pages/app'))
  Taro.onAppHide(() => void recording.flush())
}

/** Somebody looks at the page in front. */
export function recordView(): void {
  const page = pageInFront()
  if (page === null) return
  recording.note('visit', page)
  recording.note('view', page)
}

/** Somebody has a colleague's post before them: it counts its readers. */
export function recordRead(postId: string): void {
  recording.noteRead(postId)
}

/** Somebody has done something. */
export function recordAction({ room, procedure }: CommandReference): void {
  recording.note('action', `${room}.${procedure}`)
}
