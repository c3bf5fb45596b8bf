import { act, fireEvent, render, screen } from '@testing-library/react'
import { readDevice } from '@/ui/device/device'
import { Sheet } from '@/ui/sheet/Sheet'
import { useTabBar } from '@/ui/tabBar/store'

const onClose = jest.fn()
const sheet = (open: boolean) => (
  <Sheet open={open} title="为什么拒绝" onClose={onClose}>
    有更近的分社
  </Sheet>
)

beforeEach(() => {
  jest.useFakeTimers()
  onClose.mockClear()
  useTabBar.setState({ openSheets: 0 })
})
afterEach(() => jest.useRealTimers())

describe('Sheet', () => {
  it('makes the tab bar step aside while it is open', () => {
    const { rerender, unmount } = render(sheet(true))
    expect(useTabBar.getState().openSheets).toBe(1)
    rerender(sheet(false))
    expect(useTabBar.getState().openSheets).toBe(0)
    rerender(sheet(true))
    unmount()
    expect(useTabBar.getState().openSheets).toBe(0)
  })

  it('closes by its cross and by the scrim', () => {
    const { container } = render(sheet(true))
    fireEvent.click(screen.getByLabelText('关闭'))
    const scrim = container.querySelector('.sheet__scrim')
    if (scrim) fireEvent.click(scrim)
    expect(onClose).toHaveBeenCalledTimes(2)
  })

  it('says what is missing in the place of its note, until nothing is', () => {
    const asked = (missing: string | undefined) => (
      <Sheet open title="移除" onClose={onClose} note="作者会收到这句理由" missing={missing} />
    )
    const { rerender } = render(asked('写一句理由'))
    expect(screen.queryByText('作者会收到这句理由')).toBeNull()
    expect(screen.getByText('写一句理由')).not.toBeNull()
    rerender(asked(undefined))
    expect(screen.getByText('作者会收到这句理由')).not.toBeNull()
  })

  it('knows how much of the page the phone and its capsule cover, and says by a fade that there is more', () => {
    const { container } = render(sheet(true))
    const { statusBarPx, navPx } = readDevice()
    const panel = container.querySelector<HTMLElement>('.sheet__panel')
    expect(panel?.style.getPropertyValue('--sheet-above')).toBe(`${statusBarPx + navPx}px`)
    expect(container.querySelector('.sheet__body')?.lastElementChild?.className).toBe('sheet__more')
  })

  it('slides out for 320 ms before it leaves the page', () => {
    const { rerender } = render(sheet(true))
    rerender(sheet(false))
    act(() => jest.advanceTimersByTime(319))
    expect(screen.queryByRole('dialog')).not.toBeNull()
    act(() => jest.advanceTimersByTime(1))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
