import { randomBytes } from 'node:crypto'
import { sealerOf } from '@platform/seal'

const { seal, unseal } = sealerOf('SEAL_TEST_KEY')

beforeAll(() => {
  process.env.SEAL_TEST_KEY = randomBytes(32).toString('base64')
})
afterAll(() => {
  delete process.env.SEAL_TEST_KEY
})

test('what is sealed opens for its place alone, and only whole', () => {
  const sealed = seal('VC010001', 'share:one')
  expect(unseal(sealed, 'share:one')).toBe('VC010001')
  expect(() => unseal(sealed, 'share:two')).toThrow()
  // A tag of four bytes could be guessed.
  const [nonce = '', tag = '', text = ''] = sealed.split('.')
  const short = Buffer.from(tag, 'base64').subarray(0, 4).toString('base64')
  expect(() => unseal([nonce, short, text].join('.'), 'share:one')).toThrow()
})
