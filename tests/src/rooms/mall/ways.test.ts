import type { Ways } from '@/rooms/mall/pages/basket/ways'
import { wayOf } from '@/rooms/mall/pages/basket/ways'

const desk = { kind: 'desk', deskId: 'a' } as const
const home = { kind: 'home', recipient: '林晓川', phone: '13816620426', address: '墨玉南路 28 弄' } as const
const homeFirst: Ways = [home, desk]

test('what is in a basket goes as wished, what cannot goes otherwise, and a code by itself', () => {
  expect(wayOf(['desk', 'home'], homeFirst)).toBe(home)
  expect(wayOf(['desk'], homeFirst)).toBe(desk)
  expect(wayOf(['home'], [desk, home])).toBe(home)
  expect(wayOf(['home'], [desk])).toBe(desk)
  expect(wayOf(['code'], homeFirst)).toEqual({ kind: 'code' })
})
