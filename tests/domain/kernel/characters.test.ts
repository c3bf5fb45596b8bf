import { charactersOf, shortened, spaced } from '@domain/kernel/characters'

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

describe('a text in so many characters', () => {
  it.each([
    ['三个字', 3, '三个字'],
    ['三个字多', 3, '三个…'],
    ['👨‍👩‍👧‍👦和猫', 3, '👨‍👩‍👧‍👦和猫'],
    ['', 3, ''],
  ])('%s in %d', (text, most, whole) => {
    expect(shortened(charactersOf(text), most)).toBe(whole)
  })
})
