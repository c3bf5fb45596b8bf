import { fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { SparkLine } from '@/ui/sparkline/Sparkline'

const chosen: number[] = []

function stepsOf(values: number[]) {
  chosen.length = 0
  const { container } = render(
    createElement(SparkLine, { values, label: '余额', onChoose: place => void chosen.push(place) }),
  )
  return [...container.querySelectorAll<HTMLElement>('.sparkline__step')]
}

test('a balance’s line goes from its lowest to its highest, however little that is of the whole', () => {
  const steps = stepsOf([1_600, 1_600, 1_400, 1_500])
  expect(steps.map(({ style }) => [style.bottom, style.height])).toEqual([
    ['100%', '0%'],
    ['100%', '0%'],
    ['0%', '100%'],
    ['0%', '50%'],
  ])
  expect(steps.at(-1)?.className).toContain('chosen')
})

test('what does not move lies in the middle; a tap says which day is read', () => {
  const steps = stepsOf([7, 7])
  expect(steps.map(({ style }) => style.bottom)).toEqual(['50%', '50%'])
  fireEvent.click(steps[0]?.parentElement as HTMLElement)
  expect(chosen).toEqual([0])
  expect(screen.getByLabelText('余额')).toBeTruthy()
})
