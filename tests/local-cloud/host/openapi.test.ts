import sharp from 'sharp'
import { type TestCloud, until } from '../../support/localCloud'
import { startFixtureCloud } from './fixtureCloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startFixtureCloud()
})
beforeEach(async () => {
  await cloud.fault({ clear: true })
  await cloud.door('DELETE', '/local/outbox')
})
afterAll(() => cloud.close())

function openapi<T = Record<string, unknown>>(api: string, data: Record<string, unknown>) {
  return cloud.call<T>('o-anna', 'probe.openapi', { api, data })
}

const text = (content: string) => ({ content, version: 2, scene: 2, openid: 'o-anna' })
const checkText = (content: string) => openapi('security.msgSecCheck', text(content))

describe('msgSecCheck', () => {
  it('passes what is harmless and finds what is risky', async () => {
    expect(await checkText('周末一起去骑车吧')).toMatchObject({
      data: { result: { suggest: 'pass', label: 100 } },
    })
    expect(await checkText('同事加微信代购，便宜')).toMatchObject({ data: { result: { suggest: 'risky' } } })
  })

  it.each([
    ['another version', { ...text('x'), version: 1 }],
    ['no scene', { ...text('x'), scene: undefined }],
    ['no openid', { ...text('x'), openid: undefined }],
    ['no text', text('')],
    ['2,501 characters', text('沃'.repeat(2_501))],
  ])('refuses %s', async (_, data) => {
    expect(await openapi('security.msgSecCheck', data)).toMatchObject({
      ok: false,
      error: { errCode: 40097 },
    })
  })

  it('takes 2,500 characters', async () => {
    expect(await checkText('沃'.repeat(2_500))).toMatchObject({ ok: true })
  })

  it('is kept in the outbox with what came back', async () => {
    await checkText('你好')
    expect(await cloud.outbox()).toMatchObject([
      {
        api: 'security.msgSecCheck',
        function: 'probe',
        openid: 'o-anna',
        data: { content: '你好', version: 2 },
        result: { errcode: 0, result: { suggest: 'pass' } },
      },
    ])
    expect((await cloud.log('probe.openapi')).at(-1)?.openapiCalls).toEqual(['security.msgSecCheck'])
  })
})

describe('an openapi told to misbehave', () => {
  it('fails as often as it was told', async () => {
    await cloud.fault({ openapi: { api: 'msgSecCheck', mode: 'fail', times: 2 } })
    expect(await checkText('你好')).toMatchObject({ ok: false, error: { errCode: -1 } })
    expect(await checkText('你好')).toMatchObject({ ok: false, error: { errCode: -1 } })
    expect(await checkText('你好')).toMatchObject({ ok: true })
  })

  it('refuses, as WeChat refuses somebody who was not there lately', async () => {
    await cloud.fault({ openapi: { api: 'msgSecCheck', mode: 'reject' } })
    expect(await checkText('你好')).toMatchObject({ ok: false, error: { errCode: 61010 } })
  })

  it('finds everything risky', async () => {
    await cloud.fault({ openapi: { api: 'msgSecCheck', mode: 'risky' } })
    expect(await checkText('你好')).toMatchObject({ data: { result: { suggest: 'risky' } } })
  })

  it('is slow', async () => {
    await cloud.fault({ openapi: { api: 'msgSecCheck', mode: 'slow', slowMs: 300 } })
    const startedMs = performance.now()
    expect(await checkText('你好')).toMatchObject({ ok: true })
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(295)
  })

  it('shows what is ordered, and forgets it when told', async () => {
    await cloud.fault({ openapi: { api: 'msgSecCheck', mode: 'fail', times: 3 } })
    expect((await cloud.door('GET', '/local/fault')).body).toMatchObject([{ kind: 'openapi', left: 3 }])
    await cloud.fault({ clear: true })
    expect(await checkText('你好')).toMatchObject({ ok: true })
  })
})

describe('mediaCheckAsync', () => {
  const image = {
    mediaUrl: 'http://127.0.0.1/a.png',
    mediaType: 2,
    version: 2,
    scene: 2,
    openid: 'o-anna',
  }
  interface Verdict {
    event: Record<string, unknown>
    context: Record<string, string>
  }
  const verdictOn = async (traceId: string) =>
    until('the verdict', async () =>
      (await cloud.dump<Verdict>('probe_events')).find(({ event }) => event.trace_id === traceId),
    )
  const startCheck = async () => {
    const reply = await openapi<{ traceId: string }>('security.mediaCheckAsync', image)
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.data.traceId
  }

  it('pushes its verdict to the function that asked, with no caller', async () => {
    const verdict = await verdictOn(await startCheck())
    expect(verdict.event).toMatchObject({
      MsgType: 'event',
      Event: 'wxa_media_check',
      result: { suggest: 'pass' },
    })
    expect(verdict.context.SOURCE).toBe('wx_unknown')
    expect(verdict.context).not.toHaveProperty('OPENID')
  })

  it('finds a picture risky when told to', async () => {
    await cloud.fault({ openapi: { api: 'mediaCheckAsync', mode: 'risky' } })
    const verdict = await verdictOn(await startCheck())
    expect(verdict.event).toMatchObject({ result: { suggest: 'risky' } })
  })

  it('refuses a picture without an address', async () => {
    const reply = await openapi('security.mediaCheckAsync', { ...image, mediaUrl: 'cloud://a/b.png' })
    expect(reply).toMatchObject({ ok: false, error: { errCode: 40097 } })
  })

  it('can be answered by hand, once', async () => {
    const manual = await startFixtureCloud({ mediaDelayMs: null })
    const input = { api: 'security.mediaCheckAsync', data: image }
    const reply = await manual.call<{ traceId: string }>('o-anna', 'probe.openapi', input)
    const order = { trace_id: reply.ok ? reply.data.traceId : '', suggest: 'review' }
    expect((await manual.door('POST', '/local/media', order)).status).toBe(200)
    expect((await manual.door('POST', '/local/media', order)).status).toBe(404)
    expect(await manual.dump('probe_events')).toMatchObject([{ event: { result: { suggest: 'review' } } }])
    await manual.close()
  })
})

describe('subscribeMessage.send', () => {
  const message = (thing: string) => ({
    touser: 'o-bert',
    templateId: 'template-1',
    page: 'pages/home/index',
    data: { thing1: { value: thing }, date2: { value: '2026年3月2日' } },
  })

  it('sends one message for each acceptance', async () => {
    await cloud.subscribe('o-bert', 'template-1', 1)
    expect(await openapi('subscribeMessage.send', message('活动开始'))).toMatchObject({ ok: true })
    expect(await openapi('subscribeMessage.send', message('活动开始'))).toMatchObject({
      ok: false,
      error: { errCode: 43101 },
    })
    expect((await cloud.outbox()).map(({ openid }) => openid)).toEqual(['o-bert', 'o-bert'])
  })

  it('refuses a field that is too long, without using up an acceptance', async () => {
    await cloud.subscribe('o-bert', 'template-1', 1)
    const long = await openapi('subscribeMessage.send', message('一'.repeat(21)))
    expect(long).toMatchObject({ ok: false, error: { errCode: 47003 } })
    expect(await openapi('subscribeMessage.send', message('一'.repeat(20)))).toMatchObject({ ok: true })
  })
})

describe('getUnlimited', () => {
  interface Code {
    buffer: string
    contentType: string
  }

  it('draws a picture of the width asked for', async () => {
    const data = { scene: 'o=7KQ2', page: 'rooms/mall/pages/order/index', width: 400 }
    const reply = await openapi<Code>('wxacode.getUnlimited', data)
    if (!reply.ok) throw new Error(reply.error.code)
    const picture = await sharp(Buffer.from(reply.data.buffer, 'base64')).metadata()
    expect(picture).toMatchObject({ format: 'png', width: 400, height: 400 })
  })

  it.each(['', 'x'.repeat(33), '沃'])('refuses the scene %j', async scene => {
    expect(await openapi('wxacode.getUnlimited', { scene })).toMatchObject({
      ok: false,
      error: { errCode: 40169 },
    })
  })
})

describe('getPhoneNumber', () => {
  it('turns a local code into a number and refuses any other', async () => {
    expect(await openapi('phonenumber.getPhoneNumber', { code: 'phone:13800000426' })).toMatchObject({
      data: { phoneInfo: { phoneNumber: '13800000426', countryCode: '86' } },
    })
    expect(await openapi('phonenumber.getPhoneNumber', { code: 'made-up' })).toMatchObject({
      ok: false,
      error: { errCode: 40029 },
    })
  })
})

describe('an openapi', () => {
  it('is answered by the older way of asking, too', async () => {
    const input = { api: 'phonenumber.getPhoneNumber', data: { code: 'phone:13800000426' } }
    expect(await cloud.call('o-anna', 'probe.olderOpenapi', input)).toMatchObject({
      data: { result: { errcode: 0, phone_info: { phone_number: '13800000426' } } },
    })
  })

  it('that does not exist is refused', async () => {
    expect(await openapi('security.nothing', {})).toMatchObject({ ok: false, error: { errCode: -604100 } })
  })

  it('that the function is not permitted is refused', async () => {
    const input = { api: 'security.msgSecCheck', data: text('你好') }
    const reply = await cloud.call('o-anna', 'unpermitted.openapi', input)
    expect(reply).toMatchObject({ ok: false, error: { errCode: -604101 } })
  })
})
