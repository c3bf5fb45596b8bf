import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describeContracts } from '../../tools/build/contract'
import { renderApi } from '../../tools/docs/api'

test('docs/api.md says what the contracts say: if not, run `npm run docs`', () => {
  const written = readFileSync(path.join(__dirname, '../../docs/api.md'), 'utf8')
  expect(written).toBe(renderApi(describeContracts()))
})
