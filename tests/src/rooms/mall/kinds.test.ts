import { choosePart, chosenKind, firstPicked, fitting, shownPicture } from '@/rooms/mall/pages/product/kinds'

const kind = (variantId: string, colour: string | null, size: string | null, stock = 1) => ({
  variantId,
  colour,
  size,
  stock,
})
const tee = [
  kind('a', '白', 'M', 0),
  kind('b', '白', 'L', 0),
  kind('c', '蓝', 'M'),
  kind('d', '蓝', 'L', 2),
  kind('e', '蓝', 'XL'),
]

test('a colour that is there is chosen already, a size only where there is one', () => {
  expect(firstPicked(tee)).toEqual({ colour: '蓝' })
  expect(chosenKind(tee, firstPicked(tee))).toBeUndefined()
  expect(fitting(tee, firstPicked(tee)).reduce((sum, { stock }) => sum + stock, 0)).toBe(4)
  expect(firstPicked([kind('a', '白', '均码'), kind('b', '蓝', '均码')])).toEqual({
    colour: '白',
    size: '均码',
  })
})

test('the only kind there is, is chosen', () => {
  const only = kind('one', null, null)
  expect(chosenKind([only], firstPicked([only]))).toBe(only)
})

test('a part keeps the other where both exist', () => {
  const large = choosePart(tee, { colour: '蓝' }, 'size', 'L')
  expect(chosenKind(tee, large)?.variantId).toBe('d')
  expect(choosePart(tee, large, 'colour', '白')).toEqual({ colour: '白', size: 'L' })
  expect(choosePart(tee, { colour: '蓝', size: 'XL' }, 'colour', '白')).toEqual({ colour: '白' })
})

test('a picture is shown for what it shows alone', () => {
  const shown = tee.map(one => ({ ...one, picture: one.colour === '蓝' ? 'blue.png' : null }))
  expect(shownPicture(shown, { colour: '蓝' })).toBe('blue.png')
  expect(shownPicture(shown, { colour: '蓝', size: 'L' })).toBe('blue.png')
  expect(shownPicture(shown, { colour: '白' })).toBeUndefined()
  expect(shownPicture(shown, { size: 'L' })).toBeUndefined()
})
