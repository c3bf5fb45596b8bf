import { spaced } from '@domain/kernel/characters'

describe('two pieces of text as one', () => {
  it.each([
    ['辆', 'XC90 合金车模', '辆 XC90 合金车模'],
    ['个', '1:24 车模', '个 1:24 车模'],
    ['条', '羊毛披毯', '条羊毛披毯'],
    ['Volvo', 'XC90', 'VolvoXC90'],
  ])('%s and %s', (left, right, whole) => {
    expect(spaced(left, right)).toBe(whole)
  })
})
