import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { positionLimits } from '@domain/careers/position'
import type { CandidateDocument, PositionDocument } from '../../../cloudfunctions/careers/store'
import { careersSteps } from '../../support/careersWorld'
import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const { lin, cao, yuan } = people
const NOW = '2026-11-24T12:20:00+08:00'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const { call, does, open, refer } = careersSteps(() => cloud)

test('tables carry no number and no full name, and say so in both forms', async () => {
  await refer(lin, await open(), '13611110001')
  const { csv } = await does<{ csv: string }>(cao, 'careers.exportCandidates', { format: 'csv' })
  expect(csv).toContain('徐*')
  expect(csv).not.toMatch(/徐朗|1361111|136\*\*\*\*/)
  const { url } = await does<{ url: string }>(cao, 'careers.exportCandidates', { format: 'xlsx' })
  expect((await fetch(url)).status).toBe(200)
  // A browser saves it by the end of its link.
  expect(decodeURIComponent(new URL(url).pathname)).toMatch(/\/候选人\.xlsx$/)
  await cloud.clock('2026-11-24T12:31:00+08:00')
  await cloud.timer('careers', 'tend')
  expect((await fetch(url)).status).not.toBe(200)
  await cloud.clock(NOW)
})

test('a table that could not be stored is said to be so', async () => {
  const folder = path.join(cloud.dataDir, 'storage')
  await rename(folder, `${folder}.away`)
  await writeFile(folder, '')
  // The local cloud says on its output what it could not write.
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const refused = await call(cao, 'careers.exportCandidates', { format: 'xlsx' })
  told.mockRestore()
  await rm(folder)
  await rename(`${folder}.away`, folder)
  expectError('careers.exportCandidates', refused, 'CAREERS_EXPORT_FAILED')
})

test('a table has everybody, the newest first, and figures say when they are a part', async () => {
  const [one] = await cloud.dump<CandidateDocument>('careers_candidates')
  if (!one) throw new Error('nobody is a candidate')
  const many = Array.from({ length: 1_100 }, (_one, place) => {
    const at = Date.parse(NOW) - (place + 1) * 60_000
    const _id = `many${place}`
    return {
      ...one,
      ...{
        _id,
        claimId: `many${place}`,
        hiddenFrom: '',
        state: 'contacted',
        column: 'talking',
        city: '上海',
        sealed: '',
      },
      ...{ submittedAt: at, movedAt: at, boardKey: `${at}:${_id}`, positionTitle: `职位${place}` },
    }
  })
  await cloud.engine.insertMany('careers_candidates', many)
  const all = await cloud.dump('careers_candidates')
  const { csv, candidates } = await does<{ csv: string; candidates: number }>(
    cao,
    'careers.exportCandidates',
    {
      format: 'csv',
    },
  )
  expect(candidates).toBe(all.length)
  expect(csv.indexOf('职位0,')).toBeGreaterThan(0)
  expect(csv.indexOf('职位0,')).toBeLessThan(csv.indexOf('职位1099,'))
  const board = { column: 'talking' }
  expect(await does(cao, 'careers.openBoard', board)).toMatchObject({ countsComplete: false })
  expect(await does(yuan, 'careers.openBoard', board)).toMatchObject({ countsComplete: true })
  expect(await does(cao, 'careers.openDesk', { state: 'open' })).toMatchObject({ waitingComplete: false })

  expect(await does(lin, 'careers.openPositions')).toMatchObject({ complete: true })
  const [position] = await cloud.dump<PositionDocument>('careers_positions')
  const openMax = Array.from({ length: positionLimits.openMax }, (_one, place) => ({
    ...position,
    ...{ _id: `open${place}`, state: 'open', openKey: `${Date.parse(NOW)}:open${place}` },
  }))
  await cloud.engine.insertMany('careers_positions', openMax)
  expect(await does(lin, 'careers.openPositions')).toMatchObject({ complete: false })
})
