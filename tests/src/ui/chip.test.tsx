import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { leftFor } from '@/ui/chip/useInSight'

const names = ['待处理', '申诉', '自动隐去', '已看过', '类型', '原因']
const WIDTH = 90
const row = { left: 0, width: 320, scrollLeft: 0 }

/** A phone on which each chip is as wide as the next, and the row stands where it was pushed to. */
function drawn(): void {
  const asked: string[] = []
  const query = {
    select: (selector: string) => {
      asked.push(selector)
      return query
    },
    fields: () => query,
    exec: (take: (found: object[]) => void) => {
      const chip = document.querySelector(asked.at(-1) ?? '')
      const place = [...(chip?.parentElement?.children ?? [])].indexOf(chip as Element)
      take([row, { left: place * WIDTH - row.scrollLeft, width: WIDTH }])
    },
  }
  jest.mocked(Taro.createSelectorQuery).mockReturnValue(query as never)
  jest.mocked(Taro.nextTick).mockImplementation(then => then())
}

function Filters({ begin, soft }: { begin: string; soft?: string }) {
  const [chosen, setChosen] = useState(begin)
  return (
    <ChipRow>
      {names.map(name => (
        <Chip key={name} on={name === chosen} soft={name === soft} onTap={() => setChosen(name)}>
          {name}
        </Chip>
      ))}
    </ChipRow>
  )
}

/** What is drawn, and the row where it was pushed to. */
const shown = (filters: JSX.Element) => act(async () => render(filters))
const tapped = (name: string) => act(async () => fireEvent.click(screen.getByText(name)))
const pushed = () => Number(document.querySelector('.chip-row')?.getAttribute('data-scroll-left'))

beforeEach(() => {
  row.scrollLeft = 0
  drawn()
})

test('a chip that is chosen comes into sight whole, and one that is seen moves nothing', async () => {
  await shown(<Filters begin="待处理" />)
  expect(pushed()).toBe(0)
  await tapped('自动隐去')
  expect(pushed()).toBe(0)
  await tapped('已看过')
  expect(pushed()).toBe(4 * WIDTH + 40 - 320)
})

test('what is chosen from the start comes into sight; what is only applied does not', async () => {
  const { unmount } = await shown(<Filters begin="已看过" />)
  expect(pushed()).toBe(80)
  unmount()
  await shown(<Filters begin="待处理" soft="原因" />)
  expect(pushed()).toBe(0)
})

test('what is applied afterwards comes into sight', async () => {
  const { rerender } = await shown(<Filters begin="待处理" />)
  await act(async () => rerender(<Filters begin="待处理" soft="类型" />))
  expect(pushed()).toBe(5 * WIDTH + 40 - 320)
})

test('on the way back the neighbour before it is seen too, and the first stands at the edge', () => {
  expect(leftFor({ ...row, scrollLeft: 200 }, { left: -60, width: WIDTH })).toBe(100)
  expect(leftFor({ ...row, scrollLeft: 20 }, { left: -20, width: WIDTH })).toBe(0)
  expect(leftFor(row, { left: 100, width: 400 })).toBe(100)
})
