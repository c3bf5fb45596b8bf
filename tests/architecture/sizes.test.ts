import { FILE_LINES_MAX, FUNCTION_LINES_MAX, findOversizes } from '../../tools/check/sizes'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `  void ${index}`).join('\n')

/** A declaration whose body makes it so many lines long, its head and its last brace included. */
const functionOf = (head: string, count: number, tail = '}') => `${head}\n${lines(count - 2)}\n${tail}`

test('a file and a function at their limits pass', () => {
  const text = functionOf('function atLimit() {', FUNCTION_LINES_MAX)
  const rest = lines(FILE_LINES_MAX - FUNCTION_LINES_MAX)
  expect(findOversizes('atLimit.ts', `${text}\n${rest}\n`)).toEqual([])
})

test('a file one line longer is named with both figures', () => {
  expect(findOversizes('long.ts', lines(FILE_LINES_MAX + 1))).toEqual([
    { file: 'long.ts', line: 1, what: 'file', lines: FILE_LINES_MAX + 1, linesMax: FILE_LINES_MAX },
  ])
})

test.each([
  ['a function', 'function named() {', '}', 'function named'],
  ['an arrow with a name', 'const named = () => {', '}', 'function named'],
  ['a nameless one', 'test(async () => {', '})', 'function'],
  ['a component', 'export default function Named({ of }: { of: string }) {', '}', 'function Named'],
])('%s one line longer than its limit is found at its line', (_what, head, tail, what) => {
  const text = `// above\n${functionOf(head, FUNCTION_LINES_MAX + 1, tail)}\n`
  expect(findOversizes('long.tsx', text)).toEqual([
    { file: 'long.tsx', line: 2, what, lines: FUNCTION_LINES_MAX + 1, linesMax: FUNCTION_LINES_MAX },
  ])
})

test('a long method is found inside its class', () => {
  const text = `class Room {\n${functionOf('open() {', FUNCTION_LINES_MAX + 1)}\n}\n`
  expect(findOversizes('room.ts', text).map(({ what, line }) => [what, line])).toEqual([['function open', 2]])
})
