import { aboutApplicant } from '@/rooms/access/aboutApplicant'

test.each([
  ['你的水平', '水平'],
  ['常去的园区', '常去的园区'],
  ['和你的队友', '和你的队友'],
  ['你的', '你的'],
])('%s is read by the president as %s', (question, label) => {
  expect(aboutApplicant(question)).toBe(label)
})
