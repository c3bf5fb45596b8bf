import { uploadImage, uploadPlace } from '@/api/uploads'

interface Sent {
  procedure: string
  input: { folder: string; ends: string[] }
}

const mockSend = jest.fn()
const mockPut = jest.fn(async (cloudPath: string, _tempPath: string) => `cloud://test/${cloudPath}`)
jest.mock('@/api/transport', () => ({
  send: (request: Sent) => mockSend(request),
  putFile: (cloudPath: string, tempPath: string) => mockPut(cloudPath, tempPath),
  endOf: async (tempPath: string) => tempPath.slice(tempPath.lastIndexOf('.') + 1),
}))

const places = async ({ input: { folder, ends } }: Sent) => ({
  ok: true,
  data: { paths: ends.map((end, index) => `${folder}/place-${index}.${end}`) },
})

beforeEach(() => {
  mockSend.mockReset().mockImplementation(places)
  mockPut.mockClear()
})

test('what is chosen together is announced in one call, before any of it is uploaded', async () => {
  const fileIds = await Promise.all(['a.jpg', 'b.png'].map(uploadImage))
  expect(mockSend.mock.calls.map(([{ procedure, input }]) => ({ procedure, input }))).toEqual([
    { procedure: 'announceUploads', input: { folder: 'uploads', ends: ['jpg', 'png'] } },
  ])
  expect(fileIds).toEqual(['cloud://test/uploads/place-0.jpg', 'cloud://test/uploads/place-1.png'])
})

test('nothing is uploaded of which the cloud does not know', async () => {
  const error = { code: 'NETWORK_UNREACHABLE', kind: 'retry', message: '没能连上', requestId: 'r' }
  mockSend.mockResolvedValue({ ok: false, error })
  await expect(uploadImage('a.jpg')).rejects.toMatchObject({ code: 'NETWORK_UNREACHABLE' })
  expect(mockPut).not.toHaveBeenCalled()
  mockSend.mockImplementation(places)
  expect(await uploadImage('a.jpg')).toBe('cloud://test/uploads/place-0.jpg')
})

test('each folder is announced for itself, and a name without an end of its own has one', async () => {
  expect(await Promise.all([uploadPlace('csv', 'rosters'), uploadPlace('名单')])).toEqual([
    'rosters/place-0.csv',
    'uploads/place-0.bin',
  ])
  expect(mockSend).toHaveBeenCalledTimes(2)
})
