import { EVENTS_MAX, VISIT_PAUSE_MS } from '@domain/stats/events'
import { createRecording, type KeptBatch } from '@/api/recorder/recording'

const MINUTE = 60_000

/** A phone: what it keeps outlives the app; each `start` is another life of the app on it. */
function phone() {
  const sent: KeptBatch[] = []
  const state = { now: 1_000_000, online: true, ids: 0, kept: '[]' }
  const start = () =>
    createRecording({
      now: () => state.now,
      newId: () => {
        state.ids += 1
        return `id-${state.ids}`
      },
      load: () => JSON.parse(state.kept),
      save: batches => {
        state.kept = JSON.stringify(batches)
      },
      send: async batch => {
        sent.push(JSON.parse(JSON.stringify(batch)))
        return state.online
      },
    })
  return { state, sent, start, kept: () => JSON.parse(state.kept) as KeptBatch[] }
}

const whats = (batches: readonly KeptBatch[]) => batches.map(({ events }) => events.map(({ what }) => what))

test('what somebody looks at and does goes out in one batch, when the app is put away', async () => {
  const { state, sent, start, kept } = phone()
  const { note, flush } = start()
  note('visit', 'pages/app')
  note('view', 'pages/home')
  state.now += MINUTE
  note('visit', 'forum/post')
  note('view', 'forum/post')
  note('action', 'forum.likePost')
  expect(sent).toEqual([])
  await flush()
  expect(whats(sent)).toEqual([['pages/app', 'pages/home', 'forum/post', 'forum.likePost']])
  expect(sent[0]?.events.map(({ number }) => number)).toEqual([0, 1, 2, 3])
  expect(kept()).toEqual([])
  await flush()
  expect(sent).toHaveLength(1)
})

test('a batch is never longer than the server takes, and the visit goes on in the next one', async () => {
  const { sent, start } = phone()
  const { note, flush } = start()
  note('visit', 'pages/app')
  for (let count = 0; count < EVENTS_MAX; count += 1) note('view', 'forum/post')
  await flush()
  expect(sent.map(({ events }) => events.length)).toEqual([EVENTS_MAX, 1])
  expect(new Set(sent.map(({ visitId }) => visitId)).size).toBe(1)
  expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(2)
  expect(sent[1]?.events[0]?.number).toBe(EVENTS_MAX)
})

test('an app that the phone ends without a word loses nothing: its next life sends it, with its own times', async () => {
  const { state, sent, start, kept } = phone()
  const first = start()
  first.note('visit', 'pages/app')
  first.note('view', 'forum/post')
  const left = kept()
  state.now += 40 * MINUTE
  const second = start()
  second.note('visit', 'pages/app')
  await second.flush()
  expect(whats(sent)).toEqual([['pages/app', 'forum/post'], ['pages/app']])
  expect(sent[0]).toEqual(left[0])
  expect(sent[0]?.visitId).not.toBe(sent[1]?.visitId)
  expect(kept()).toEqual([])
})

test('what did not get through is sent again under the same id, the oldest first, and grows no more', async () => {
  const { state, sent, start, kept } = phone()
  const { note, flush } = start()
  state.online = false
  note('visit', 'pages/app')
  await flush()
  note('view', 'forum/post')
  await flush()
  state.online = true
  await flush()
  const [tried, triedAgain, second, third] = sent
  expect([tried?.requestId, triedAgain?.requestId, second?.requestId]).toEqual(
    Array(3).fill(tried?.requestId),
  )
  expect(second).toEqual(tried)
  expect(third?.requestId).not.toBe(tried?.requestId)
  expect(whats(sent)).toEqual([['pages/app'], ['pages/app'], ['pages/app'], ['forum/post']])
  expect(kept()).toEqual([])
})

test('what happens while a batch is under way waits for the next one, and two sendings never run at once', async () => {
  const { sent, start, kept } = phone()
  const { note, flush } = start()
  note('visit', 'pages/app')
  const under = flush()
  note('action', 'forum.likePost')
  await Promise.all([under, flush()])
  await flush()
  expect(whats(sent)).toEqual([['pages/app'], ['forum.likePost']])
  expect(kept()).toEqual([])
})

test('half an hour away is another visit; less is the same one', async () => {
  const { state, sent, start } = phone()
  const { note, flush } = start()
  note('visit', 'pages/app')
  state.now += VISIT_PAUSE_MS
  note('visit', 'pages/app')
  state.now += VISIT_PAUSE_MS + 1
  note('visit', 'pages/app')
  await flush()
  expect(sent.map(({ events }) => events.length)).toEqual([1, 1])
  expect(sent[0]?.visitId).not.toBe(sent[1]?.visitId)
})

test('a phone that is off line for long keeps the latest batches alone', async () => {
  const { state, start, kept } = phone()
  const { note, flush } = start()
  state.online = false
  note('visit', 'pages/app')
  for (let count = 0; count < 30; count += 1) {
    note('view', `forum/post${count}`)
    await flush()
  }
  expect(kept()).toHaveLength(20)
  expect(whats(kept()).at(-1)).toEqual(['forum/post29'])
})
