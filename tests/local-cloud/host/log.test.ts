import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { buildFixtures, startFixtureCloud } from './fixtureCloud'

describe('the log', () => {
  let cloud: TestCloud

  beforeAll(async () => {
    cloud = await startFixtureCloud({ allowScans: true })
  })
  beforeEach(() => cloud.door('DELETE', '/local/log'))
  afterAll(() => cloud.close())

  it('attributes each database request to the invocation that made it, also side by side', async () => {
    await Promise.all([
      cloud.call('o-anna', 'probe.addTwo', { id: 'a' }, 'request-a'),
      cloud.call('o-bert', 'probe.addNote', { _id: 'b', author: 'b' }, 'request-b'),
    ])
    const byRequest = Object.fromEntries((await cloud.log()).map(record => [record.requestId, record]))
    expect(byRequest['request-a']).toMatchObject({ procedure: 'addTwo', openid: 'o-anna', ok: true })
    expect(byRequest['request-a']?.databaseRequests).toHaveLength(2)
    expect(byRequest['request-b']?.databaseRequests).toMatchObject([
      { action: 'database.insertDocument', collection: 'probe_notes', inTransaction: false, errorCode: null },
    ])
  })

  it('tells a transaction step by step', async () => {
    await cloud.call('o-anna', 'probe.addInTransaction', { id: 'tx' })
    const [record] = await cloud.log('probe.addInTransaction')
    expect(record?.databaseRequests.map(request => [request.action, request.inTransaction])).toEqual([
      ['database.startTransaction', false],
      ['database.insertDocument', true],
      ['database.commitTransaction', true],
    ])
  })

  it('tells the index a query used', async () => {
    await cloud.call('o-anna', 'probe.notesOf', { author: 'anna' })
    const [record] = await cloud.log('probe.notesOf')
    expect(record).toMatchObject({ scans: 0, databaseRequests: [{ index: 'byAuthor', scan: false }] })
  })

  it('flags a query that no index serves', async () => {
    await cloud.call('o-anna', 'probe.addNote', { _id: 'said', text: '你好' })
    await cloud.call('o-anna', 'probe.notesSaying', { text: '你好' })
    const [record] = await cloud.log('probe.notesSaying')
    expect(record).toMatchObject({ scans: 1, databaseRequests: [{ index: null, scan: true }] })
  })

  it('flags a query whose index leads past a hundred documents to none', async () => {
    const notes = Array.from({ length: 101 }, (_, at) => ({ _id: `n${at}`, author: 'mei', text: '早' }))
    await cloud.engine.insertMany('probe_notes', notes)
    await cloud.call('o-anna', 'probe.notesOfSaying', { author: 'mei', text: '早' })
    await cloud.call('o-anna', 'probe.notesOfSaying', { author: 'mei', text: '晚' })
    expect(await cloud.log('probe.notesOfSaying')).toMatchObject([
      { scans: 0, databaseRequests: [{ index: 'byAuthor', scanned: 100, returned: 100, scan: false }] },
      { scans: 1, databaseRequests: [{ index: 'byAuthor', scanned: 101, returned: 0, scan: true }] },
    ])
  })

  it('holds no input and no output', async () => {
    await cloud.call('o-anna', 'probe.addNote', { _id: 'private', text: '身份证 310000' })
    expect(JSON.stringify(await cloud.log())).not.toContain('310000')
  })

  it('tells cold starts from warm ones', async () => {
    await cloud.call('o-anna', 'unruly.fine')
    await cloud.call('o-anna', 'unruly.fine')
    expect((await cloud.log('unruly.fine')).map(({ coldStart }) => coldStart)).toEqual([true, false])
  })

  it('is read from where one left off', async () => {
    await cloud.call('o-anna', 'unruly.fine')
    await cloud.call('o-anna', 'unruly.fine')
    const [first, second] = await cloud.log()
    const { body } = await cloud.door('GET', `/local/log?after=${first?.id}`)
    expect(body).toMatchObject([{ id: second?.id }])
  })
})

it('makes the harness fail on a scan at the end', async () => {
  const cloud = await startTestCloud({ functionsDir: await buildFixtures() })
  await cloud.call('o-anna', 'probe.notesSaying', { text: '你好' })
  await expect(cloud.close()).rejects.toThrow('probe.notesSaying: database.getDocument on probe_notes')
})
