import { View } from '@tarojs/components'
import { fireEvent, render, screen } from '@testing-library/react'
import { At, partClass } from '@/ui/field/At'
import { FieldAt } from '@/ui/field/FieldAt'

const problems = [{ at: 'kinds.1.seats', words: '写一个数' }]
const partOf = (path: string) => document.querySelector(`.${partClass(path)}`)

it('says at the number that is wrong what is, and at no other', () => {
  const written: string[] = []
  const shared = {
    problems,
    type: 'number' as const,
    maxLength: 3,
    value: '',
    onChange: (value: string) => written.push(value),
  }
  render(
    <>
      <FieldAt {...shared} path="kinds.0.seats" label="第 1 种的名额" />
      <FieldAt {...shared} path="kinds.1.seats" label="第 2 种的名额" />
    </>,
  )
  expect(screen.getByRole('alert').textContent).toBe('写一个数')
  expect(partOf('kinds.1.seats')?.querySelector('.field--wrong')).not.toBeNull()
  expect(partOf('kinds.0.seats')?.querySelector('.field--wrong')).toBeNull()
  const input = partOf('kinds.0.seats')?.querySelector('input')
  expect([input?.type, input?.maxLength]).toEqual(['number', 3])
  if (input) fireEvent.change(input, { target: { value: '12' } })
  expect(written).toEqual(['12'])
})

it('says below what is no field what is wrong with it', () => {
  render(
    <At path="kinds.1.seats" problems={problems}>
      <View>一排</View>
    </At>,
  )
  expect(partOf('kinds.1.seats')?.textContent).toBe('一排写一个数')
})
