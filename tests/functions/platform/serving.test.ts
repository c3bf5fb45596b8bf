import { query } from '@domain/kernel/contract'
import { handle } from '@platform/context'
import { serve } from '@platform/serve'
import * as z from 'zod'

let mockContext: { OPENID?: string; SOURCE?: string } = {}
jest.mock('@platform/cloud', () => ({
  cloud: { getWXContext: () => mockContext },
  db: { collection: () => ({}) },
  _: {},
}))

const contract = {
  look: query({
    access: 'guest',
    input: z.strictObject({ thrown: z.record(z.string(), z.unknown()) }),
    output: z.object({}),
    errors: [],
  }),
  tell: query({
    access: 'guest',
    input: z.strictObject({}),
    output: z.object({ people: z.array(z.object({ name: z.string() })) }),
    errors: [],
  }),
}
const verdicts: unknown[] = []
let trouble: Error | null = null
let told: object = {}
const main = serve('room', {
  contract,
  handlers: {
    look: handle(contract.look, async (_ctx, { thrown }) => {
      throw Object.assign(new Error('who and what: 13912345678'), thrown)
    }),
    tell: handle(contract.tell, async () => told as never),
  },
  standingOf: async () => ({ caller: { standing: 'stranger' }, found: {} }),
  events: {
    verdict: async event => {
      if (trouble) throw trouble
      return verdicts.push(event)
    },
  },
  timers: {
    tend: async () => {
      if (trouble) throw trouble
      return { settled: 3 }
    },
  },
})

let printed: string[]
beforeEach(() => {
  printed = []
  trouble = null
  jest.spyOn(console, 'log').mockImplementation(text => printed.push(String(text)))
  mockContext = { OPENID: 'wx-somebody', SOURCE: 'wx_client' }
})
afterEach(() => jest.restoreAllMocks())

test('prints nothing of a procedure that the contract does not know', async () => {
  const reply = await main({ procedure: `林晓川 13800000426 ${'x'.repeat(5_000)}` })
  expect(reply).toMatchObject({ ok: false, error: { code: 'UNKNOWN_PROCEDURE' } })
  expect(printed.map(line => JSON.parse(line))).toMatchObject([
    { procedure: 'room.(unknown)', code: 'UNKNOWN_PROCEDURE' },
  ])
  expect(printed.join()).not.toMatch(/13800000426|x{10}/)
})

test.each([null, undefined, 'text', 7, true, []])(
  'answers %p, which is no event, with a refusal',
  async event => {
    expect(await main(event)).toMatchObject({ ok: false, error: { code: 'UNKNOWN_PROCEDURE' } })
  },
)

test.each(['wx_client', 'wx_client,scf', 'wx_http', 'scf', 'wx_trigger', '', undefined])(
  'believes no event of WeChat from %p',
  async source => {
    mockContext = { SOURCE: source }
    expect(await main({ MsgType: 'event', Event: 'verdict' })).toEqual({ ok: false })
    expect(verdicts).toEqual([])
  },
)

test('believes the event that the message push brings', async () => {
  mockContext = { SOURCE: 'wx_unknown' }
  expect(await main({ MsgType: 'event', Event: 'verdict' })).toMatchObject({ ok: true })
  expect(verdicts).toHaveLength(1)
})

describe.each([
  [{ timer: 'room.tend' }, { Type: 'Timer', TriggerName: 'tend' }, 'wx_trigger', { data: { settled: 3 } }],
  [{ event: 'room.verdict' }, { MsgType: 'event', Event: 'verdict' }, 'wx_unknown', {}],
])('what nobody waits for, %j,', (occasion, event, source, told) => {
  beforeEach(() => {
    mockContext = { SOURCE: source }
  })
  const cost = { durationMs: expect.any(Number), databaseRequests: 0 }

  test('leaves one line', async () => {
    await main(event)
    expect(printed.map(line => JSON.parse(line))).toEqual([{ ...occasion, ...cost, code: 'OK', ...told }])
  })

  test('leaves it also when it fails, and fails by its code alone, so that the platform counts it', async () => {
    trouble = Object.assign(new Error('who and what: 13912345678'), { code: 'ECONNRESET' })
    await expect(main(event)).rejects.toThrow(/^DATABASE_UNAVAILABLE$/)
    expect(printed.map(line => JSON.parse(line))).toEqual([
      { ...occasion, ...cost, code: 'DATABASE_UNAVAILABLE', sdkCode: 'ECONNRESET' },
    ])
  })
})

test.each([
  ['a missing collection', { errCode: -502005 }, { code: 'DATABASE_UNAVAILABLE', errCode: -502005 }],
  ['a broken line', { code: 'ECONNRESET' }, { code: 'DATABASE_UNAVAILABLE', sdkCode: 'ECONNRESET' }],
  ['a mistake of the house', { code: 'ERR_INVALID_ARG_TYPE' }, { code: 'INTERNAL' }],
])('prints the code of %s, and never the text of the error', async (_what, thrown, line) => {
  await main({ procedure: 'look', input: { thrown } })
  expect(printed.map(text => JSON.parse(text))).toMatchObject([line])
  expect(printed.join()).not.toContain('13912345678')
})

test('what a contract does not name stays, and what is not as it says does not leave at all', async () => {
  told = { people: [{ name: '林晓川', phone: '13912345678' }] }
  expect(await main({ procedure: 'tell' })).toEqual({ ok: true, data: { people: [{ name: '林晓川' }] } })
  printed = []
  told = { people: [{ name: null, phone: '13912345678' }], openid: 'wx-lin' }
  const reply = await main({ procedure: 'tell', requestId: 'request-broken' })
  expect(reply).toMatchObject({ ok: false, error: { kind: 'bug', requestId: 'request-broken' } })
  expect(JSON.stringify(reply)).not.toMatch(/13912345678|wx-lin/)
  expect(printed.map(text => JSON.parse(text))).toMatchObject([
    { procedure: 'room.tell', requestId: 'request-broken', code: 'INTERNAL', brokenFields: ['people'] },
  ])
  expect(printed.join()).not.toMatch(/13912345678|wx-lin/)
})
