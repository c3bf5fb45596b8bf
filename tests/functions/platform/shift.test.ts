import { eachWhile } from '@platform/shift'

test('what a shift has no time for is left to the next, in its order', async () => {
  const done: string[] = []
  const shift = { isOver: () => done.length >= 2 }
  const work = async (thing: string) => done.push(thing)
  expect(await eachWhile(shift, ['a', 'b', 'c', 'd'], work)).toBe(2)
  expect(done).toEqual(['a', 'b'])
  expect(await eachWhile(shift, ['c'], work)).toBe(0)
})
