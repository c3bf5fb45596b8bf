import { createHolding, type HeldCommand, type HoldingDoors } from '@/api/held/holding'

const command = (requestId: string, over: Partial<HeldCommand> = {}): HeldCommand => ({
  requestId,
  room: 'union',
  procedure: 'decide',
  input: { decision: 'approve' },
  ids: [`membership-${requestId}`],
  subject: '陈嘉禾 加入光影摄影社',
  outdates: [],
  answered: 1,
  ...over,
})

/** A phone whose storage outlives the app, and a network that can be told what to do. */
function phone() {
  let stored = '[]'
  const sent: string[] = []
  const refused: string[] = []
  const unreachable: string[] = []
  const network: { answer: (held: HeldCommand) => Promise<void> } = { answer: async () => {} }
  const lists: { askAgain: () => Promise<void> } = { askAgain: async () => {} }
  const doors: HoldingDoors = {
    load: () => JSON.parse(stored) as HeldCommand[],
    save: held => {
      stored = JSON.stringify(held)
    },
    send: held => network.answer(held),
    mayRetry: error => error instanceof Error && error.message === 'offline',
    onSent: held => {
      sent.push(held.requestId)
      return lists.askAgain()
    },
    onRefused: held => refused.push(held.requestId),
    onUnreachable: held => unreachable.push(held.requestId),
  }
  return {
    startApp: () => createHolding(doors),
    network,
    lists,
    sent,
    refused,
    unreachable,
    stored: () => stored,
  }
}

test('a held command is not sent, and is sent once by a flush', async () => {
  const { startApp, sent, stored } = phone()
  const app = startApp()
  app.hold(command('one'))
  expect(sent).toEqual([])
  expect(app.store.getState().held).toHaveLength(1)
  await app.flush()
  await app.flush()
  expect(sent).toEqual(['one'])
  expect(app.store.getState().held).toEqual([])
  expect(stored()).toBe('[]')
})

test('what is taken back is never sent, now or after a restart', async () => {
  const { startApp, sent } = phone()
  const app = startApp()
  app.hold(command('one'))
  expect(app.takeBack('one')).toBe(true)
  await app.flush()
  await startApp().flush()
  expect(sent).toEqual([])
})

test('an app that was killed sends at its next start, with the same request id and reason', async () => {
  const { startApp, network } = phone()
  startApp().hold(command('one', { input: { decision: 'refuse', reason: '本季名额已满' } }))
  const seen: HeldCommand[] = []
  network.answer = async held => {
    seen.push(held)
  }
  await startApp().flush()
  expect(seen).toEqual([command('one', { input: { decision: 'refuse', reason: '本季名额已满' } })])
})

test('a second command sends the first, so that there is one undo at a time', async () => {
  const { startApp, sent } = phone()
  const app = startApp()
  app.hold(command('one'))
  app.hold(command('two'))
  await Promise.resolve()
  await Promise.resolve()
  expect(sent).toEqual(['one'])
  expect(app.store.getState().held.map(held => held.requestId)).toEqual(['two'])
})

test('a command under way can be neither taken back nor sent again', async () => {
  const { startApp, network, sent } = phone()
  let arrive = () => {}
  let attempts = 0
  network.answer = () => {
    attempts += 1
    return new Promise(resolve => {
      arrive = resolve
    })
  }
  const app = startApp()
  app.hold(command('one'))
  const flushing = app.flush()
  expect(app.takeBack('one')).toBe(false)
  await app.flush()
  expect(attempts).toBe(1)
  arrive()
  await flushing
  expect(sent).toEqual(['one'])
})

test('without a network it stays held and goes out with the next flush', async () => {
  const { startApp, network, sent, unreachable } = phone()
  network.answer = () => Promise.reject(new Error('offline'))
  const app = startApp()
  app.hold(command('one'))
  await app.flush()
  expect(unreachable).toEqual(['one'])
  expect(app.store.getState().held).toHaveLength(1)
  network.answer = async () => {}
  await startApp().flush()
  expect(sent).toEqual(['one'])
})

test('a refusal by the server ends it and is told; those behind it still go out', async () => {
  const { startApp, network, sent, refused } = phone()
  const app = startApp()
  network.answer = () => Promise.reject(new Error('offline'))
  app.hold(command('one'))
  app.hold(command('two'))
  await app.flush()
  network.answer = held =>
    held.requestId === 'one' ? Promise.reject(new Error('decided')) : Promise.resolve()
  await app.flush()
  expect(refused).toEqual(['one'])
  expect(sent).toEqual(['two'])
  expect(app.store.getState().held).toEqual([])
})

test('stays held until the lists are there anew, and is not sent again meanwhile', async () => {
  const { startApp, lists, sent } = phone()
  let arrive = () => {}
  lists.askAgain = () =>
    new Promise(resolve => {
      arrive = resolve
    })
  const app = startApp()
  app.hold(command('one'))
  const flushing = app.flush()
  await Promise.resolve()
  await Promise.resolve()
  expect(sent).toEqual(['one'])
  expect(app.store.getState().held).toHaveLength(1)
  await app.flush()
  arrive()
  await flushing
  expect(sent).toEqual(['one'])
  expect(app.store.getState().held).toEqual([])
})

test('lists that take their time keep nothing behind them waiting', async () => {
  const { startApp, network, lists, sent } = phone()
  const app = startApp()
  network.answer = () => Promise.reject(new Error('offline'))
  app.hold(command('one'))
  app.hold(command('two'))
  await app.flush()
  network.answer = async () => {}
  lists.askAgain = () => new Promise(() => {})
  void app.flush()
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  expect(sent).toEqual(['one', 'two'])
})

test('sending one leaves the others held', async () => {
  const { startApp, network, sent } = phone()
  const app = startApp()
  network.answer = () => Promise.reject(new Error('offline'))
  app.hold(command('one'))
  app.hold(command('two'))
  await app.flush()
  network.answer = async () => {}
  await app.send('two')
  expect(sent).toEqual(['two'])
  expect(app.store.getState().held.map(held => held.requestId)).toEqual(['one'])
})

test('what is taken back while an earlier one is being sent stays back', async () => {
  const { startApp, network, sent } = phone()
  const app = startApp()
  network.answer = () => Promise.reject(new Error('offline'))
  app.hold(command('one'))
  app.hold(command('two'))
  await app.flush()
  let arrive = () => {}
  network.answer = () =>
    new Promise(resolve => {
      arrive = resolve
    })
  const flushing = app.flush()
  expect(app.takeBack('two')).toBe(true)
  arrive()
  await flushing
  expect(sent).toEqual(['one'])
})
