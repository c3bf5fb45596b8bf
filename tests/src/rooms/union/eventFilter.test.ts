import { allEvents, toEventWish } from '@/rooms/union/eventFilter'

test.each([
  [allEvents, {}],
  [{ kind: 'mine', site: 'all' }, { mine: true }],
  [
    { kind: 'free', site: '成都工厂' },
    { free: true, site: '成都工厂' },
  ],
  [
    { kind: 'sport', site: '上海' },
    { category: 'sport', site: '上海' },
  ],
])('%j asks for %j', (chosen, wish) => {
  expect(toEventWish(chosen)).toEqual(wish)
})
