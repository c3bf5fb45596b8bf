import { EVENTS_MAX, type EventKind, VISIT_PAUSE_MS } from '@domain/stats/events'

/** What is noted between two sendings, by the phone's clock; the server is told only how long ago each was. */
interface Noted {
  kind: EventKind
  what: string
  number: number
  at: number
}

/** A batch keeps its id until it got through, so that it counts once however often it is sent. */
export interface KeptBatch {
  requestId: string
  visitId: string
  events: Noted[]
  /** Which posts were read; absent: none. */
  posts?: string[]
}

interface Surroundings {
  now(): number
  newId(): string
  load(): KeptBatch[]
  save(batches: KeptBatch[]): void
  /** Whether it got through, or never will. */
  send(batch: KeptBatch): Promise<boolean>
}

/** Batches of a phone that has been off line for long: the oldest go first. */
const KEPT_MAX = 20

/**
 * Notes visits, views and actions and sends them in batches; nothing of it ever holds up or fails the page. What is noted
 * is kept at once, so that an app that the phone ends without a word loses none of it: its next life sends what is left.
 */
export function createRecording(surroundings: Surroundings) {
  const { now, newId, load, save, send } = surroundings
  let visitId: string | null = null
  let number = 0
  let seenAt = Number.NEGATIVE_INFINITY
  /** The batch that still grows; the last of those that are kept. */
  let open: KeptBatch | null = null
  let sending: Promise<void> | null = null

  const closed = () => load().filter(({ requestId }) => requestId !== open?.requestId)

  function hold(grown: KeptBatch): void {
    save([...closed(), grown].slice(-KEPT_MAX))
    open = grown
    if (Math.max(grown.events.length, grown.posts?.length ?? 0) >= EVENTS_MAX) void flush()
  }

  function note(kind: EventKind, what: string): void {
    if (kind === 'visit') {
      const isNew = visitId === null || now() - seenAt > VISIT_PAUSE_MS
      seenAt = now()
      if (!isNew) return
      if (closed().length > 0 || open) void flush()
      visitId = newId()
      number = 0
    }
    // What happens before the first visit is noted belongs to none.
    if (visitId === null) return
    seenAt = now()
    const batch = open ?? { requestId: newId(), events: [] }
    const event = { kind, what, number, at: now() }
    number += 1
    hold({ ...batch, visitId, events: [...batch.events, event] })
  }

  /** A post has been read: told beside the events, each once a batch. */
  function noteRead(postId: string): void {
    if (visitId === null) return
    const batch: KeptBatch = open ?? { requestId: newId(), visitId, events: [] }
    const { posts = [] } = batch
    if (!posts.includes(postId)) hold({ ...batch, posts: [...posts, postId] })
  }

  /** Closes the batch and sends what is kept, the oldest first; one sending at a time. */
  function flush(): Promise<void> {
    open = null
    sending ??= sendKept().finally(() => {
      sending = null
    })
    return sending
  }

  async function sendKept(): Promise<void> {
    for (;;) {
      const [batch] = closed()
      if (!batch || !(await send(batch))) return
      save(load().filter(({ requestId }) => requestId !== batch.requestId))
    }
  }

  return { note, noteRead, flush }
}
