import { heatRows, sayHeat } from '@/rooms/forum/heatWords'

const heat = {
  title: '新款 XC90',
  rank: 1,
  likes: 5,
  comments: 2,
  favourites: 1,
  points: 12,
  workingHours: 6.5,
}

it('names each part of a heat with what it adds, and what time has taken of them', () => {
  const rows = heatRows({ ...heat, heat: 12 * 10 ** -0.5 })
  expect(rows.map(({ what, value }) => [what, value])).toEqual([
    ['2 条评论', '4'],
    ['5 个赞', '5'],
    ['1 次收藏', '3'],
    ['发出 6.5 工作小时', '−8.2'],
  ])
})

it('takes nothing from what has just been posted', () => {
  expect(heatRows({ ...heat, workingHours: 0, heat: 12 }).at(-1)?.value).toBe('0')
})

it.each([
  [0.04, '0'],
  [3.794, '3.8'],
  [12.4, '12'],
])('says a heat of %d as %s', (value, said) => expect(sayHeat(value)).toBe(said))
