import {
  isWhole,
  type Region,
  regionNames,
  regionsBelow,
  withRegion,
} from '@/rooms/mall/pages/addresses/regions'

/** Chooses by name, as a finger does. */
function chosen(...names: string[]): readonly Region[] {
  return names.reduce<readonly Region[]>((before, name) => {
    const region = regionsBelow(before).find(one => one.name === name)
    if (!region) throw new Error(`${name} is not offered`)
    return withRegion(before, region)
  }, [])
}

test('a city that is its province is not asked for', () => {
  const shanghai = chosen('上海市')
  expect(regionsBelow(shanghai).map(({ name }) => name)).toContain('浦东新区')
  const pudong = chosen('上海市', '浦东新区')
  expect(isWhole(pudong)).toBe(true)
  expect(regionNames(pudong)).toEqual(['上海市', '浦东新区'])
})

test('elsewhere a district is chosen after its city', () => {
  expect(isWhole(chosen('浙江省', '杭州市'))).toBe(false)
  expect(regionNames(chosen('浙江省', '杭州市', '西湖区'))).toEqual(['浙江省', '杭州市', '西湖区'])
})

test('every way through the table ends', () => {
  for (const province of regionsBelow([]))
    for (const city of regionsBelow(withRegion([], province).slice(0, 1))) {
      const next = withRegion([province], city)
      expect(isWhole(next) || regionsBelow(next).every(one => isWhole([...next, one]))).toBe(true)
    }
})
