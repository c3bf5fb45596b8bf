import { eachWhile } from '@platform/shift'

const failing = (bad: string, done: string[]) => async (thing: string) => {
  if (thing === bad) throw new Error(thing)
  done.push(thing)
}

test('what a shift has no time for is left to the next, in its order', async () => {
  const done: string[] = []
  const shift = { isOver: () => done.length >= 2 }
  const work = async (thing: string) => done.push(thing)
  expect(await eachWhile(shift, ['a', 'b', 'c', 'd'], work)).toBe(2)
  expect(done).toEqual(['a', 'b'])
  expect(await eachWhile(shift, ['c'], work)).toBe(0)
})

test('one that always throws keeps nothing after it, and is told of', async () => {
  const done: string[] = []
  await expect(eachWhile({ isOver: () => false }, ['a', 'b', 'c'], failing('b', done))).rejects.toThrow('b')
  expect(done).toEqual(['a', 'c'])
})
